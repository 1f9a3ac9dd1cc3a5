using System.Collections.Concurrent;
using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Persistence.Tests.Datenbanken;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Persistence.Tests;

/// <summary>The first commit is held at its last instant while others queue up behind it; those share the next transaction.</summary>
public abstract class WhenCommitsAreShared<TDatabase> : DatabaseTests<TDatabase>, IFaultPoints
    where TDatabase : TestDatabase, new()
{
    private readonly ConcurrentQueue<string> _reached = new();
    private readonly TaskCompletionSource _firstIsHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new();
    private Action _atTheGroup = () => { };
    private Task[] _queued = [];

    /// <summary>Armed points stand between the statements and the commit; a server that gets both in one round trip passes them before that.</summary>
    public virtual bool IsArmed => true;

    public override Task InitializeAsync() => Database.CreateAsync(services => services
        .AddSingleton<IFaultPoints>(this).AddSingleton(new PersistenceOptions { LargestGroup = 3 }));

    public void Reached(string name)
    {
        // To the first every one comes by itself, before it waits for anybody; the others stand beside those of its units of work.
        if (name is FaultPoints.BeforeStore or FaultPoints.BeforeGroupCommit or FaultPoints.AfterGroupCommit)
            return;
        _reached.Enqueue(name);
        switch (_reached.Count)
        {
            case 1:
                _firstIsHeld.SetResult();
                _goOn.Task.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue("somebody has to let the first commit go on");
                break;
            case 3:
                _atTheGroup();
                break;
        }
    }

    [DatabaseFact]
    public async Task All_of_them_are_written_by_one_commit()
    {
        var commits = await QueueAsync(New("a"), New("b"), New("c"));

        await Task.WhenAll(commits);

        // The first alone, then three before and three after the same commit.
        _reached.ShouldBe([Before, After, Before, Before, Before, After, After, After]);
        (await IdsAsync()).ShouldBe(["a", "b", "c", "first"]);
    }

    [DatabaseFact]
    public async Task No_more_of_them_than_a_group_may_hold_share_one()
    {
        var commits = await QueueAsync(New("a"), New("b"), New("c"), New("d"), New("e"));

        await Task.WhenAll(commits);

        _reached.ShouldBe([Before, After, Before, Before, Before, After, After, After, Before, Before, After, After]);
        (await IdsAsync()).ShouldBe(["a", "b", "c", "d", "e", "first"]);
    }

    [DatabaseFact]
    public async Task One_that_conflicts_fails_alone()
    {
        var stale = await StaleAsync();

        var commits = await QueueAsync(New("a"), stale, New("c"));

        await Should.ThrowAsync<ConflictException>(() => commits[1]);
        await commits[0];
        await commits[2];
        (await IdsAsync()).ShouldBe(["a", "c", "first", "shared"]);
        _reached.TakeLast(4).ShouldBe([Before, Before, After, After]);
    }

    [DatabaseFact]
    public async Task Rows_that_share_a_statement_keep_their_own_values_and_gaps()
    {
        IUnitOfWork[] uows = [New("a"), New("b"), New("c")];
        foreach (var (uow, i) in uows.Select((u, i) => (u, i)))
        {
            var id = "abc"[i].ToString();
            uow.Engine.Add(Beispiele.Lesezeichen(id, "s", key: i == 1 ? null : $"key {id}"));
            uow.Engine.Add(Beispiele.Timer(Beispiele.Jetzt.AddMinutes(i), id, i == 2 ? null : $"fall {id}"));
            uow.Add(Beispiele.Aufgabe(Guid.NewGuid(), faelligAm: i == 0 ? null : Heute.AddDays(i)));
        }

        await Task.WhenAll(await QueueAsync(uows));

        await using var context = Database.Context();
        (await context.Set<Bookmark>().OrderBy(b => b.InstanceId).Select(b => b.Key).ToListAsync()).ShouldBe(["key a", null, "key c"]);
        var timers = await context.Set<Engine.Timers.WorkflowTimer>().OrderBy(t => t.Id).ToListAsync();
        timers.Select(t => t.CorrelationId).ShouldBe(["fall a", "fall b", null]);
        timers.Select(t => t.DueAt - Beispiele.Jetzt).ShouldBe([TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)]);
        (await context.Set<Application.Aufgaben.Aufgabe>().ToListAsync()).Select(a => a.FaelligAm).Order().ShouldBe([null, Heute.AddDays(1), Heute.AddDays(2)]);
    }

    [DatabaseFact]
    public async Task Changes_and_removals_that_share_a_statement_reach_their_own_rows()
    {
        await SetUpAsync(uow =>
        {
            foreach (var id in (string[])["a", "b", "c"])
            {
                uow.Engine.Add(Beispiele.Instanz(id: id));
                uow.Engine.Add(Beispiele.Lesezeichen(id, "s"));
            }

            uow.Engine.Add(Beispiele.Lesezeichen("stays", "s"));
        });
        var uows = new List<IUnitOfWork>();
        foreach (var id in (string[])["c", "a", "b"])
        {
            var uow = Database.Begin();
            (await uow.Engine.FindInstanceAsync(id))!.StateJson = $"{{\"now\":\"{id}\"}}";
            uow.Engine.Remove((await uow.Engine.BookmarksOfAsync(id)).Single());
            uows.Add(uow);
        }

        await Task.WhenAll(await QueueAsync([.. uows]));

        await using var context = Database.Context();
        (await context.Set<WorkflowInstance>().Where(i => i.Id != "first").OrderBy(i => i.Id).ToListAsync())
            .Select(i => (i.StateJson, i.RowVersion)).ShouldBe([("{\"now\":\"a\"}", 1), ("{\"now\":\"b\"}", 1), ("{\"now\":\"c\"}", 1)]);
        (await context.Set<Bookmark>().SingleAsync()).InstanceId.ShouldBe("stays");
    }

    [DatabaseFact]
    public async Task Nothing_that_the_conflicting_one_wrote_before_its_conflict_stays()
    {
        var vorher = Beispiele.Aufgabe(Guid.NewGuid());
        await SetUpAsync(uow => uow.Add(vorher));
        var stale = await StaleAsync();
        // Changes are written in the order of their types: this one is before the conflict comes to light.
        (await stale.FindAufgabeAsync(vorher.Id))!.Titel = "anders";
        stale.Add(Beispiele.Aufgabe(Guid.NewGuid()));

        var commits = await QueueAsync(New("a"), stale);

        await Should.ThrowAsync<ConflictException>(() => commits[1]);
        await commits[0];
        await using var context = Database.Context();
        (await context.Set<Application.Aufgaben.Aufgabe>().SingleAsync()).Titel.ShouldBe(vorher.Titel);
        (await context.Set<WorkflowInstance>().SingleAsync(i => i.Id == "shared")).StateJson.ShouldBe("{\"by\":\"other\"}");
    }

    [DatabaseFact]
    public async Task Two_of_one_Fall_do_not_both_succeed()
    {
        var fall = Beispiele.UebergebenerFall();
        await SetUpAsync(uow => uow.Add(fall));
        var erster = Database.Begin();
        var zweiter = Database.Begin();
        (await erster.FindFallAsync(fall.Id))!.Record(new Domain.Tatsachen.UebergabeAngenommen("weber"), Beispiele.Am(Heute));
        (await zweiter.FindFallAsync(fall.Id))!.Record(new Domain.Tatsachen.UebergabeAngenommen("yilmaz"), Beispiele.Am(Heute));

        var commits = await QueueAsync(erster, zweiter);

        var outcomes = await Task.WhenAll(commits.Select(c => c.ContinueWith(t => t.Exception?.InnerException, TaskScheduler.Default)));
        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.Count(o => o is ConflictException).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Messages_of_one_Fall_are_numbered_through()
    {
        var fall = Guid.NewGuid();
        var uows = new[] { New("a"), New("b") };
        foreach (var uow in uows)
            uow.Add(Beispiele.Nachricht(fall));

        await Task.WhenAll(await QueueAsync(uows));

        await using var context = Database.Context();
        (await context.Set<Application.Nachrichten.Nachricht>().Select(n => n.Nr).OrderBy(n => n).ToListAsync()).ShouldBe([1L, 2L]);
    }

    /// <summary>Each of them is a form of its own, more than a connection keeps; then they come again.</summary>
    [DatabaseFact]
    public async Task Ever_new_kinds_of_changes_follow_each_other()
    {
        var aufgabe = Beispiele.Aufgabe(Guid.NewGuid());
        await SetUpAsync(uow => uow.Add(aufgabe));
        await Task.WhenAll(await QueueAsync());
        foreach (var n in Enumerable.Range(1, 300).Concat(Enumerable.Range(1, 300)))
        {
            await using var uow = Database.Begin();
            var geaendert = (await uow.FindAufgabeAsync(aufgabe.Id))!;
            Action<string>[] felder =
            [
                t => geaendert.Titel = t, t => geaendert.ZustaendigId = t, t => geaendert.Fristregel = t, t => geaendert.BeendetVon = t, t => geaendert.Ergebnis = t,
                t => geaendert.Begruendung = t, _ => geaendert.FaelligAm = Heute.AddDays(n), _ => geaendert.RuhtVon = Heute.AddDays(n), _ => geaendert.RuhtBis = Heute.AddDays(n),
            ];
            foreach (var feld in felder.Where((_, i) => (n & (1 << i)) != 0))
                feld($"{n}");
            await uow.CommitAsync();
        }

        await using var context = Database.Context();
        var stand = await context.Set<Application.Aufgaben.Aufgabe>().SingleAsync();
        (stand.Version, stand.Titel, stand.ZustaendigId, stand.RuhtBis).ShouldBe((600, "299", "299", Heute.AddDays(300)));
    }

    [DatabaseFact]
    public async Task Nothing_is_visible_and_nobody_is_answered_before_the_commit()
    {
        var seen = -1;
        var answered = -1;
        _atTheGroup = () =>
        {
            using var context = Database.Context();
            seen = context.Set<WorkflowInstance>().Count(i => i.Id != "first");
            answered = _queued.Count(c => c.IsCompleted);
        };

        await Task.WhenAll(await QueueAsync(New("a"), New("b")));

        _queued.Length.ShouldBe(2);
        seen.ShouldBe(0);
        answered.ShouldBe(0);
        (await IdsAsync()).ShouldBe(["a", "b", "first"]);
    }

    [DatabaseFact]
    public async Task An_end_between_the_statements_and_the_commit_loses_all_of_them_and_nobody_was_answered()
    {
        _atTheGroup = () => throw new InvalidOperationException("The process ends here.");

        var commits = await QueueAsync(New("a"), New("b"));

        foreach (var commit in commits)
            await Should.ThrowAsync<InvalidOperationException>(() => commit);
        (await IdsAsync()).ShouldBe(["first"]);
    }

    [DatabaseFact]
    public async Task The_next_one_is_written_after_a_group_that_was_lost()
    {
        _atTheGroup = () => throw new InvalidOperationException("The process ends here.");
        foreach (var commit in await QueueAsync(New("a"), New("b")))
            await Should.ThrowAsync<InvalidOperationException>(() => commit);

        await InUnitOfWorkAsync(uow => uow.Engine.Add(Beispiele.Instanz(id: "later")));

        (await IdsAsync()).ShouldBe(["first", "later"]);
    }

    private const string Before = FaultPoints.BeforeCommit;
    private const string After = FaultPoints.AfterCommit;

    private IUnitOfWork New(string id)
    {
        var uow = Database.Begin();
        uow.Engine.Add(Beispiele.Instanz(id: id));
        return uow;
    }

    /// <summary>A unit of work on an instance that somebody else has changed since.</summary>
    private async Task<IUnitOfWork> StaleAsync()
    {
        await SetUpAsync(uow => uow.Engine.Add(Beispiele.Instanz(id: "shared")));
        var stale = Database.Begin();
        (await stale.Engine.FindInstanceAsync("shared"))!.StateJson = "{\"by\":\"stale\"}";
        await using var context = Database.Context();
        (await context.Set<WorkflowInstance>().SingleAsync(i => i.Id == "shared")).StateJson = "{\"by\":\"other\"}";
        await context.SaveChangesAsync();
        return stale;
    }

    /// <summary>Writes through another process' view, whose commits do not count here.</summary>
    private async Task SetUpAsync(Action<IUnitOfWork> work)
    {
        await using var services = Database.Provide(Database.ConnectionString);
        await using var uow = services.GetRequiredService<IUnitOfWorkFactory>().Begin();
        work(uow);
        await uow.CommitAsync();
    }

    /// <summary>Commits one that is held; as soon as it is, the others, in this order; then lets it go on.</summary>
    private async Task<Task[]> QueueAsync(params IUnitOfWork[] others)
    {
        var first = Task.Run(() => New("first").CommitAsync());
        await _firstIsHeld.Task.WaitAsync(TimeSpan.FromSeconds(60));
        // Up to its place in the queue a commit runs within its call.
        _queued = [.. others.Select(uow => uow.CommitAsync())];
        _goOn.SetResult();
        await first;
        return _queued;
    }

    private async Task<List<string>> IdsAsync()
    {
        await using var context = Database.Context();
        return await context.Set<WorkflowInstance>().OrderBy(i => i.Id).Select(i => i.Id).ToListAsync();
    }
}

public sealed class WhenCommitsAreSharedOnSqlite : WhenCommitsAreShared<OnSqlite>;

public sealed class WhenCommitsAreSharedOnPostgreSql : WhenCommitsAreShared<OnPostgreSql>;

public sealed class WhenCommitsAreSharedInOneRoundTrip : WhenCommitsAreShared<OnPostgreSql>
{
    public override bool IsArmed => false;
}
