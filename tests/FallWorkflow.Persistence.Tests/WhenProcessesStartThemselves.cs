using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenProcessesStartThemselves<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private IZeitausloeser Queue => Database.Get<IZeitausloeser>();

    [DatabaseFact]
    public async Task Only_the_due_trigger_is_claimed_and_by_one_worker()
    {
        await StoreAsync(Beispiele.Ausloeser(Jetzt, "a"), Beispiele.Ausloeser(Jetzt.AddTicks(10), "b"), Beispiele.Ausloeser(null, "c"));

        (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 10)).ShouldBe([new ClaimedTrigger("a", "T", Jetzt, 1)]);
        (await Queue.ClaimAsync(Jetzt, Jetzt, "w2", Lease, 10)).ShouldBeEmpty();
        (await Queue.NextDueAsync()).ShouldBe(Jetzt);
    }

    [DatabaseFact]
    public async Task After_hours_of_downtime_it_fires_once_and_goes_on_in_its_grid()
    {
        await StoreAsync(Beispiele.Ausloeser(Jetzt.AddHours(-3), "a"));
        var claimed = (await Queue.ClaimAsync(Jetzt.AddMinutes(2), Jetzt, "w1", Lease, 1)).Single();

        await InUnitOfWorkAsync(async uow => (await uow.FindClaimedTriggerAsync(claimed)).ShouldNotBeNull().Fired(Jetzt.AddMinutes(2)));

        (await Queue.NextDueAsync()).ShouldBe(Jetzt.AddMinutes(5));
        (await Queue.ClaimAsync(Jetzt.AddMinutes(5), Jetzt, "w2", Lease, 1)).Count.ShouldBe(1, "the old lease does not hold the next occurrence");
    }

    [DatabaseFact]
    public async Task A_worker_that_wakes_up_after_its_lease_can_no_longer_fire()
    {
        await StoreAsync(Beispiele.Ausloeser(Jetzt, "a"));
        var zombie = (await Queue.ClaimAsync(Jetzt, Jetzt, "zombie", Lease, 1)).Single();
        await using var late = Database.Begin();
        (await late.FindClaimedTriggerAsync(zombie)).ShouldNotBeNull().Fired(Jetzt);

        await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "winner", Lease, 1);

        await Should.ThrowAsync<ConflictException>(() => late.CommitAsync());
        await using var uow = Database.Begin();
        (await uow.FindClaimedTriggerAsync(zombie)).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Publishing_again_keeps_the_grid_unless_the_schedule_is_another()
    {
        await Queue.ReplaceAsync("a", [Beispiele.Ausloeser(Jetzt, "a")]);
        await Queue.ReplaceAsync("a", [Beispiele.Ausloeser(Jetzt.AddDays(1), "a")]);
        (await Queue.NextDueAsync()).ShouldBe(Jetzt);

        await Queue.ReplaceAsync("a", [Beispiele.Ausloeser(Jetzt.AddDays(1), "a", "every 00:10:00")]);
        (await Queue.NextDueAsync()).ShouldBe(Jetzt.AddDays(1));

        await Queue.ReplaceAsync("a", []);
        (await Queue.NextDueAsync()).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task A_request_is_claimed_by_one_worker_and_gone_with_its_answer()
    {
        var aufrufe = Database.Get<IHttpAufrufe>();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Engine.Add(Beispiele.Aufruf("c2", Jetzt.AddSeconds(1)));
            uow.Engine.Add(Beispiele.Aufruf("c1"));
        });

        var claimed = (await aufrufe.ClaimAsync(Jetzt, "w1", Lease, 1)).Single();
        claimed.Id.ShouldBe("c1");
        (await aufrufe.ClaimAsync(Jetzt, "w2", Lease, 5)).Select(c => c.Id).ShouldBe(["c2"]);
        await InUnitOfWorkAsync(async uow => uow.Engine.Remove((await uow.FindClaimedCallAsync("c1", claimed.Fence)).ShouldNotBeNull()));

        (await aufrufe.ClaimAsync(Jetzt + Lease, "w3", Lease, 5)).Select(c => c.Id).ShouldBe(["c2"]);
    }

    private Task StoreAsync(params ScheduleTrigger[] triggers) =>
        Task.WhenAll(triggers.Select(t => Queue.ReplaceAsync(t.DefinitionId, [t])));
}

public sealed class WhenProcessesStartThemselvesOnSqlite : WhenProcessesStartThemselves<OnSqlite>;

public sealed class WhenProcessesStartThemselvesOnPostgreSql : WhenProcessesStartThemselves<OnPostgreSql>;

public sealed class WhenProcessesStartThemselvesOnSqlServer : WhenProcessesStartThemselves<OnSqlServer>;
