using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Tests.Datenbanken;

namespace FallWorkflow.Persistence.Tests;

public abstract class WhenTimersFallDue<TDatabase> : DatabaseTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private ITimerQueue Queue => Database.Get<ITimerQueue>();

    [DatabaseFact]
    public async Task The_due_ones_are_claimed_oldest_first_and_no_others()
    {
        await StoreAsync(("spaeter", Jetzt.AddTicks(10)), ("zweiter", Jetzt), ("erster", Jetzt.AddDays(-180)));

        var claimed = await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 10);

        claimed.Select(t => t.Id).ShouldBe(["erster", "zweiter"]);
        claimed.Select(t => t.Fence).ShouldBe([1, 1]);
        claimed[0].DueAt.ShouldBe(Jetzt.AddDays(-180));
    }

    [DatabaseFact]
    public async Task A_batch_is_no_larger_than_asked_for()
    {
        await StoreAsync(("a", Jetzt), ("b", Jetzt), ("c", Jetzt));

        (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 2)).Select(t => t.Id).ShouldBe(["a", "b"]);
        (await Queue.ClaimAsync(Jetzt, Jetzt, "w2", Lease, 2)).Select(t => t.Id).ShouldBe(["c"]);
    }

    [DatabaseFact]
    public async Task A_lease_ends_by_real_time_though_the_process_clock_runs_ahead()
    {
        await StoreAsync(("a", Jetzt));
        await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1);

        (await Queue.ClaimAsync(Jetzt.AddDays(90), Jetzt + Lease - TimeSpan.FromMilliseconds(1), "w2", Lease, 1)).ShouldBeEmpty();
        (await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w2", Lease, 1)).Single().Fence.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_timer_given_back_is_free_from_the_instant_named()
    {
        await StoreAsync(("a", Jetzt));
        var claimed = (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single();

        await Queue.ReleaseAsync(claimed, Jetzt.AddSeconds(5));

        (await Queue.ClaimAsync(Jetzt, Jetzt.AddSeconds(4), "w2", Lease, 1)).ShouldBeEmpty();
        (await Queue.ClaimAsync(Jetzt, Jetzt.AddSeconds(5), "w2", Lease, 1)).Single().Fence.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task Giving_back_what_somebody_else_has_taken_over_changes_nothing()
    {
        await StoreAsync(("a", Jetzt));
        var lost = (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single();
        await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w2", Lease, 1);

        await Queue.ReleaseAsync(lost, Jetzt);

        (await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w3", Lease, 1)).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_next_due_instant_is_that_of_the_earliest()
    {
        (await Queue.NextDueAsync()).ShouldBeNull();
        await StoreAsync(("b", Jetzt.AddDays(2)), ("a", Jetzt.AddDays(1)));

        (await Queue.NextDueAsync()).ShouldBe(Jetzt.AddDays(1));
    }

    [DatabaseFact]
    public async Task Racing_workers_share_them_without_doubles()
    {
        const int Runden = 200, Timer = 3, Arbeiter = 2;
        for (var runde = 0; runde < Runden; runde++)
        {
            var ids = Enumerable.Range(0, Timer).Select(n => $"r{runde}-{n}").ToArray();
            await StoreAsync([.. ids.Select(id => (id, Jetzt))]);
            using var start = new Barrier(Arbeiter);

            var claimed = await Task.WhenAll(Enumerable.Range(0, Arbeiter).Select(w => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return ClaimUntilEmptyAsync($"w{w}");
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

            claimed.SelectMany(c => c).Select(t => t.Id).Order().ShouldBe(ids.Order(), $"round {runde}");
        }
    }

    [DatabaseFact]
    public async Task A_worker_that_wakes_up_after_its_lease_can_no_longer_fire()
    {
        await StoreAsync(("a", Jetzt));
        var zombie = (await Queue.ClaimAsync(Jetzt, Jetzt, "zombie", Lease, 1)).Single();
        await using var late = Database.Begin();
        var timer = (await late.FindClaimedTimerAsync("a", zombie.Fence)).ShouldNotBeNull();
        late.Engine.Remove(timer);
        late.Add(Beispiele.Aufgabe(Guid.Empty));

        var winner = (await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "winner", Lease, 1)).Single();

        await Should.ThrowAsync<ConflictException>(() => late.CommitAsync());
        await using var uow = Database.Begin();
        (await uow.OffeneAufgabenAsync(Guid.Empty)).ShouldBeEmpty();
        (await uow.FindClaimedTimerAsync("a", zombie.Fence)).ShouldBeNull();
        uow.Engine.Remove((await uow.FindClaimedTimerAsync("a", winner.Fence)).ShouldNotBeNull());
        await uow.CommitAsync();
        (await Queue.NextDueAsync()).ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Moving_a_timer_fences_off_the_worker_that_was_about_to_fire_it()
    {
        await StoreAsync(("a", Jetzt));
        var claimed = (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single();
        await using var firing = Database.Begin();
        firing.Engine.Remove((await firing.FindClaimedTimerAsync("a", claimed.Fence))!);

        await InUnitOfWorkAsync(async uow => (await uow.Engine.FindTimerAsync("a"))!.DueAt = Jetzt.AddDays(7));

        await Should.ThrowAsync<ConflictException>(() => firing.CommitAsync());
        (await Queue.NextDueAsync()).ShouldBe(Jetzt.AddDays(7));
        (await Queue.ClaimAsync(Jetzt.AddDays(7), Jetzt, "w2", Lease, 1)).Count.ShouldBe(1, "the old lease does not hold the moved timer");
    }

    [DatabaseFact]
    public async Task A_hold_that_only_a_clock_put_back_can_explain_is_none()
    {
        await StoreAsync(("a", Jetzt));
        await Queue.ClaimAsync(Jetzt, Jetzt.AddHours(3), "before the clock was put back", Lease, 1);

        var claimed = (await Queue.ClaimAsync(Jetzt, Jetzt, "w2", Lease, 1)).Single();

        (claimed.Fence, claimed.Abandoned).ShouldBe((2, true));
    }

    [DatabaseFact]
    public async Task One_whose_owner_vanished_is_told_from_one_that_was_given_back()
    {
        await StoreAsync(("verlassen", Jetzt), ("zurueckgegeben", Jetzt));
        var claimed = await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 2);
        await Queue.ReleaseAsync(claimed[1], Jetzt);

        var wieder = await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w2", Lease, 2);

        wieder.Select(t => (t.Id, t.Abandoned)).ShouldBe([("verlassen", true), ("zurueckgegeben", false)]);
    }

    [DatabaseFact]
    public async Task Attempts_are_counted_before_and_after_and_only_by_the_owner()
    {
        await StoreAsync(("a", Jetzt));
        var erster = (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single();
        (await Queue.CountAttemptAsync(erster)).ShouldBeTrue();

        var zweiter = (await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w2", Lease, 1)).Single();
        zweiter.Attempts.ShouldBe(1, "it counts though nobody reported how it ended");
        (await Queue.CountAttemptAsync(erster)).ShouldBeFalse("it is somebody else's");
        await Queue.MarkFailedAsync(erster, "late", Jetzt);
        await Queue.MarkFailedAsync(zweiter, "broken", Jetzt + Lease);

        (await Queue.ClaimAsync(Jetzt, Jetzt + Lease, "w3", Lease, 1)).Single().Attempts.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_parked_one_is_seen_and_left_alone_until_a_person_says_so()
    {
        var fall = Beispiele.LaufenderFall();
        await InUnitOfWorkAsync(uow =>
        {
            uow.Add(fall);
            uow.Engine.Add(Beispiele.Timer(Jetzt, "giftig", fall.Korrelation));
            uow.Engine.Add(Beispiele.Timer(Jetzt.AddHours(1), "nachbar", fall.Korrelation));
        });
        var claimed = (await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single();
        await Queue.ParkAsync(claimed, 10, "broken", Jetzt);

        (await Queue.ClaimAsync(Jetzt.AddDays(1), Jetzt.AddDays(1), "w2", Lease, 10)).Select(t => t.Id).ShouldBe(["nachbar"]);
        (await Queue.NextDueAsync()).ShouldBe(Jetzt.AddHours(1));
        var zeile = (await Queue.ParkedAsync("nord")).ShouldHaveSingleItem();
        (zeile.Id, zeile.FallId, zeile.Versuche, zeile.Grund, zeile.GeparktAt).ShouldBe(("giftig", fall.Id, 10, "broken", Jetzt));
        (await Queue.ParkedAsync("süd")).ShouldBeEmpty();

        (await Queue.UnparkAsync("nachbar")).ShouldBeFalse();
        (await Queue.UnparkAsync("giftig")).ShouldBeTrue();
        var wieder = (await Queue.ClaimAsync(Jetzt, Jetzt, "w3", Lease, 1)).Single();
        (wieder.Id, wieder.Attempts, wieder.Abandoned).ShouldBe(("giftig", 0, false));
    }

    [DatabaseFact]
    public async Task Moving_a_parked_one_has_it_tried_again()
    {
        await StoreAsync(("a", Jetzt));
        await Queue.ParkAsync((await Queue.ClaimAsync(Jetzt, Jetzt, "w1", Lease, 1)).Single(), 10, "broken", Jetzt);

        await InUnitOfWorkAsync(async uow => (await uow.Engine.FindTimerAsync("a"))!.DueAt = Jetzt.AddDays(7));

        (await Queue.ParkedAsync()).ShouldBeEmpty();
        (await Queue.ClaimAsync(Jetzt.AddDays(7), Jetzt, "w2", Lease, 1)).Single().Attempts.ShouldBe(0);
    }

    private Task StoreAsync(params (string Id, DateTimeOffset DueAt)[] timers) => InUnitOfWorkAsync(uow =>
    {
        foreach (var (id, dueAt) in timers)
            uow.Engine.Add(Beispiele.Timer(dueAt, id));
    });

    private async Task<List<ClaimedTimer>> ClaimUntilEmptyAsync(string worker)
    {
        var mine = new List<ClaimedTimer>();
        while (true)
        {
            var batch = await ClaimOrRetryAsync(worker);
            if (batch is [])
                return mine;
            mine.AddRange(batch ?? []);
        }
    }

    /// <summary>Null if the database settled a collision by giving up one of two (a deadlock); the worker asks again.</summary>
    private async Task<IReadOnlyList<ClaimedTimer>?> ClaimOrRetryAsync(string worker)
    {
        try
        {
            return await Queue.ClaimAsync(Jetzt, Jetzt, worker, Lease, 2);
        }
        catch (ConflictException)
        {
            return null;
        }
    }
}

public sealed class WhenTimersFallDueOnSqlite : WhenTimersFallDue<OnSqlite>;

public sealed class WhenTimersFallDueOnPostgreSql : WhenTimersFallDue<OnPostgreSql>;

public sealed class WhenTimersFallDueOnSqlServer : WhenTimersFallDue<OnSqlServer>;
