using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Queues;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;

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
    public async Task Of_two_workers_that_have_read_the_same_rows_one_gets_them()
    {
        await StoreAsync(Beispiele.Ausloeser(Jetzt, "a"));
        await InUnitOfWorkAsync(uow => uow.Engine.Add(Beispiele.Aufruf("c1")));
        await using var context = Database.Context();
        var trigger = (await ZeitausloeserQueue.Due(context, Jetzt, Jetzt, 1).ToListAsync()).Single();
        var call = (await HttpAufrufQueue.Free(context, Jetzt, 1).ToListAsync()).Single();

        (await ZeitausloeserQueue.ClaimAsync(context, trigger, "w1", Jetzt + Lease, default)).ShouldBeTrue();
        (await ZeitausloeserQueue.ClaimAsync(context, trigger, "w2", Jetzt + Lease, default)).ShouldBeFalse();
        (await HttpAufrufQueue.ClaimAsync(context, call, "w1", Jetzt + Lease, default)).ShouldBeTrue();
        (await HttpAufrufQueue.ClaimAsync(context, call, "w2", Jetzt + Lease, default)).ShouldBeFalse();
    }

    [DatabaseFact]
    public async Task Failed_attempts_are_counted_by_the_owner_only_and_the_next_occurrence_begins_anew()
    {
        await StoreAsync(Beispiele.Ausloeser(Jetzt, "a"));
        var erster = (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single();
        (await Queue.CountAttemptAsync(erster)).ShouldBeTrue();
        var zweiter = (await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w2", Lease, 1)).Single();
        (zweiter.Attempts, zweiter.Abandoned).ShouldBe((1, true));
        (await Queue.CountAttemptAsync(erster)).ShouldBeFalse("it is somebody else's");
        await Queue.MarkFailedAsync(erster, "late", Jetzt);
        await Queue.ReleaseAsync(erster, Jetzt);
        await Queue.ParkAsync(erster, erster.Attempts, "late", Jetzt);
        await Queue.MarkFailedAsync(zweiter, "broken", Jetzt + Lease);

        var dritter = (await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w3", Lease, 1)).Single();
        (dritter.Attempts, dritter.Abandoned).ShouldBe((2, false));
        await InUnitOfWorkAsync(async uow => (await uow.FindClaimedTriggerAsync(dritter)).ShouldNotBeNull().Fired(Jetzt));
        var naechster = (await Queue.ClaimAsync(Jetzt.AddMinutes(5), Jetzt + Lease, "w4", Lease, 1)).Single();
        (naechster.Attempts, naechster.Abandoned).ShouldBe((0, false));
    }

    [DatabaseFact]
    public async Task A_parked_trigger_is_seen_and_left_alone_until_a_person_says_so_or_its_times_change()
    {
        await StoreAsync(Beispiele.Ausloeser(Jetzt, "giftig"), Beispiele.Ausloeser(Jetzt.AddHours(1), "nachbar"));
        var claimed = (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single();
        await Queue.ParkAsync(claimed, 10, "broken", Jetzt);

        (await Queue.NextDueAsync()).ShouldBe(Jetzt.AddHours(1));
        (await Queue.ClaimAsync(Jetzt.AddHours(1), Jetzt.AddHours(1), "w2", Lease, 10)).Select(t => t.DefinitionId).ShouldBe(["nachbar"]);
        (await Queue.ParkedAsync()).ShouldBe([new GeparkterAusloeser("giftig", "T", Jetzt, Jetzt, 10, "broken")]);
        (await Queue.UnparkAsync("nachbar", "T")).ShouldBeFalse();
        (await Queue.UnparkAsync("giftig", "T")).ShouldBeTrue();
        var wieder = (await Queue.ClaimAsync(Jetzt, Jetzt, "w3", Lease, 1)).Single();
        (wieder.DefinitionId, wieder.Attempts, wieder.Abandoned).ShouldBe(("giftig", 0, false));

        await Queue.ParkAsync(wieder, 10, "broken", Jetzt);
        await Queue.ReplaceAsync("giftig", [Beispiele.Ausloeser(Jetzt.AddDays(1), "giftig")]);
        (await Queue.ParkedAsync()).Count.ShouldBe(1, "the same times, the same trouble");
        await Queue.ReplaceAsync("giftig", [Beispiele.Ausloeser(Jetzt.AddDays(1), "giftig", "every 00:10:00")]);
        (await Queue.ParkedAsync()).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_parked_request_is_seen_and_left_alone_until_a_person_says_so()
    {
        var aufrufe = Database.Get<IHttpAufrufe>();
        var fall = Beispiele.LaufenderFall();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            uow.Engine.Add(Beispiele.Aufruf("giftig", korrelation: fall.Korrelation));
            uow.Engine.Add(Beispiele.Aufruf("nachbar", Jetzt.AddSeconds(1)));
        });
        var erster = (await aufrufe.ClaimAsync(Jetzt, "w1", Lease, 1)).Single();
        (await aufrufe.CountAttemptAsync(erster)).ShouldBeTrue();
        var zweiter = (await aufrufe.ClaimAsync(Jetzt + Lease, "w2", Lease, 1)).Single();
        (zweiter.Id, zweiter.Attempts, zweiter.Abandoned).ShouldBe(("giftig", 1, true));
        (await aufrufe.CountAttemptAsync(erster)).ShouldBeFalse("it is somebody else's");
        await aufrufe.ReleaseAsync(erster, Jetzt);
        await aufrufe.MarkFailedAsync(erster, "late", Jetzt);
        await aufrufe.ParkAsync(erster, erster.Attempts, "late", Jetzt);
        await aufrufe.MarkFailedAsync(zweiter, "broken", Jetzt + Lease);
        var dritter = (await aufrufe.ClaimAsync(Jetzt + Lease, "w3", Lease, 1)).Single();
        (dritter.Attempts, dritter.Abandoned).ShouldBe((2, false));
        await aufrufe.ParkAsync(dritter, dritter.Attempts, "broken", Jetzt);

        (await aufrufe.ClaimAsync(Jetzt.AddDays(1), "w4", Lease, 10)).Select(c => c.Id).ShouldBe(["nachbar"]);
        var zeile = (await aufrufe.ParkedAsync("nord")).ShouldHaveSingleItem();
        (zeile.Id, zeile.FallId, zeile.Versuche, zeile.Grund, zeile.GeparktAt).ShouldBe(("giftig", fall.Id, 2, "broken", Jetzt));
        (await aufrufe.ParkedAsync("süd")).ShouldBeEmpty();
        (await aufrufe.UnparkAsync("nachbar")).ShouldBeFalse();
        (await aufrufe.UnparkAsync("giftig")).ShouldBeTrue();
        var wieder = (await aufrufe.ClaimAsync(Jetzt, "w5", Lease, 1)).Single();
        (wieder.Id, wieder.Attempts, wieder.Abandoned).ShouldBe(("giftig", 0, false));
    }

    [DatabaseFact]
    public async Task A_hold_that_only_a_clock_put_back_can_explain_is_none()
    {
        var aufrufe = Database.Get<IHttpAufrufe>();
        await StoreAsync(Beispiele.Ausloeser(Jetzt, "a"));
        await InUnitOfWorkAsync(uow => uow.Engine.Add(Beispiele.Aufruf("c1")));
        await Queue.ClaimAsync(Jetzt, Jetzt.AddHours(3), "before the clock was put back", Lease, 1);
        await aufrufe.ClaimAsync(Jetzt.AddHours(3), "before the clock was put back", Lease, 1);

        (await Queue.ClaimAsync(Jetzt, Jetzt, "w2", Lease, 1)).Single().Fence.ShouldBe(2);
        (await aufrufe.ClaimAsync(Jetzt, "w2", Lease, 1)).Single().Fence.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task An_answer_of_a_worker_that_lost_its_request_changes_nothing()
    {
        var aufrufe = Database.Get<IHttpAufrufe>();
        await InUnitOfWorkAsync(uow => uow.Engine.Add(Beispiele.Aufruf("c1")));
        var zombie = (await aufrufe.ClaimAsync(Jetzt, "zombie", Lease, 1)).Single();
        await using var late = Database.Begin();
        late.Engine.Remove((await late.FindClaimedCallAsync("c1", zombie.Fence)).ShouldNotBeNull());
        late.Add(Beispiele.Aufgabe(Guid.Empty));

        var winner = (await aufrufe.ClaimAsync(Jetzt + Lease, "winner", Lease, 1)).Single();

        await Should.ThrowAsync<ConflictException>(() => late.CommitAsync());
        await using var uow = Database.Begin();
        (await uow.OffeneAufgabenAsync(Guid.Empty)).ShouldBeEmpty();
        (await uow.FindClaimedCallAsync("c1", zombie.Fence)).ShouldBeNull();
        (await uow.FindClaimedCallAsync("c1", winner.Fence)).ShouldNotBeNull();
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
