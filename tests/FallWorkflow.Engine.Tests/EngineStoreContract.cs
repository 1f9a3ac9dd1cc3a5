using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Tests;

/// <summary>
/// What every <see cref="IEngineStore"/> must do. Self-contained, so that another test project may link this file and run
/// it against its own store.
/// </summary>
public abstract class EngineStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Runs one unit of work and commits it.</summary>
    protected abstract Task CommitAsync(Func<IEngineStore, Task> work);

    /// <summary>Runs one unit of work and abandons it.</summary>
    protected abstract Task AbandonAsync(Func<IEngineStore, Task> work);

    /// <summary>The committed journal of an instance, by sequence.</summary>
    protected abstract Task<IReadOnlyList<JournalEntry>> JournalAsync(string instanceId);

    /// <summary>Ids are unique per test, so that a shared database does no harm.</summary>
    private readonly string _unique = Guid.NewGuid().ToString("n");

    [Fact]
    public async Task Instance_is_found_as_it_was_written()
    {
        await CommitAsync(store =>
        {
            store.Add(Instance("i1", "K1"));
            return Task.CompletedTask;
        });
        await CommitAsync(async store =>
        {
            var instance = (await store.FindInstanceAsync(Id("i1"))).ShouldNotBeNull();
            instance.DefinitionVersionId.ShouldBe("d-v1");
            instance.CorrelationId.ShouldBe(Id("K1"));
            instance.StateJson.ShouldBe("""{"n":1,"ä":"ß"}""");
            instance.CreatedAt.ShouldBe(Now);
            (await store.FindInstanceAsync(Id("nobody"))).ShouldBeNull();
        });
    }

    [Fact]
    public async Task Changes_of_a_found_instance_are_saved_with_the_unit_of_work()
    {
        await CommitAsync(store => Add(store, Instance("i1", "K1")));
        await AbandonAsync(async store => (await store.FindInstanceAsync(Id("i1")))!.StateJson = "{}");
        await CommitAsync(async store => (await store.FindInstanceAsync(Id("i1")))!.StateJson.ShouldBe("""{"n":1,"ä":"ß"}"""));
        await CommitAsync(async store =>
        {
            var instance = (await store.FindInstanceAsync(Id("i1")))!;
            instance.Status = WorkflowStatus.Finished;
            instance.SubStatus = WorkflowSubStatus.Faulted;
            instance.FinishedAt = Now.AddDays(1);
            instance.LastSequence = 7;
        });
        await CommitAsync(async store =>
        {
            var instance = (await store.FindInstanceAsync(Id("i1")))!;
            (instance.Status, instance.SubStatus, instance.FinishedAt, instance.LastSequence)
                .ShouldBe((WorkflowStatus.Finished, WorkflowSubStatus.Faulted, Now.AddDays(1), 7));
        });
    }

    [Fact]
    public async Task Instances_are_found_by_correlation_definition_and_status()
    {
        await CommitAsync(async store =>
        {
            await Add(store, Instance("i1", "K1"), Instance("i2", "K1", "other"), Instance("i3", "K2"));
            var finished = Instance("i4", "K1");
            finished.Status = WorkflowStatus.Finished;
            store.Add(finished);
        });
        await CommitAsync(async store =>
        {
            Ids(await store.FindInstancesAsync(Id("K1"))).ShouldBe([Id("i1"), Id("i2")]);
            Ids(await store.FindInstancesAsync(Id("K1"), "d")).ShouldBe([Id("i1")]);
            Ids(await store.FindInstancesAsync(Id("K1"), runningOnly: false)).ShouldBe([Id("i1"), Id("i2"), Id("i4")]);
            (await store.FindInstancesAsync(Id("K3"))).ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Unit_of_work_sees_its_own_additions_and_removals_at_once() => await AbandonAsync(async store =>
    {
        await Add(store, Instance("i1", "K1"));
        var bookmark = Bookmark("b1", "i1", "K1");
        var timer = Timer("t1", "i1", "K1", Now);
        store.Add(bookmark);
        store.Add(timer);
        (await store.FindInstanceAsync(Id("i1"))).ShouldNotBeNull();
        (await store.FindInstancesAsync(Id("K1"))).Count.ShouldBe(1);
        (await store.FindBookmarksAsync(Id("go"), null, Id("K1"))).ShouldHaveSingleItem();
        (await store.BookmarksOfAsync(Id("i1"))).ShouldHaveSingleItem();
        (await store.FindTimerAsync(Id("t1"))).ShouldNotBeNull();
        (await store.TimersOfAsync(Id("i1"))).ShouldHaveSingleItem();
        (await store.TimersByCorrelationAsync(Id("K1"))).ShouldHaveSingleItem();

        store.Remove(bookmark);
        store.Remove(timer);
        (await store.FindBookmarksAsync(Id("go"), null, Id("K1"))).ShouldBeEmpty();
        (await store.BookmarksOfAsync(Id("i1"))).ShouldBeEmpty();
        (await store.FindTimerAsync(Id("t1"))).ShouldBeNull();
        (await store.TimersOfAsync(Id("i1"))).ShouldBeEmpty();
        (await store.TimersByCorrelationAsync(Id("K1"))).ShouldBeEmpty();
    });

    [Fact]
    public async Task Removals_of_committed_rows_are_seen_at_once_and_kept_by_the_commit()
    {
        await CommitAsync(async store =>
        {
            await Add(store, Instance("i1", "K1"));
            store.Add(Bookmark("b1", "i1", "K1"));
            store.Add(Timer("t1", "i1", "K1", Now));
        });
        await AbandonAsync(RemoveAll);
        await CommitAsync(RemoveAll);
        await CommitAsync(async store =>
        {
            (await store.BookmarksOfAsync(Id("i1"))).ShouldBeEmpty();
            (await store.FindTimerAsync(Id("t1"))).ShouldBeNull();
        });

        async Task RemoveAll(IEngineStore store)
        {
            store.Remove((await store.BookmarksOfAsync(Id("i1"))).ShouldHaveSingleItem());
            store.Remove((await store.FindTimerAsync(Id("t1"))).ShouldNotBeNull());
            (await store.FindBookmarksAsync(Id("go"), null, Id("K1"))).ShouldBeEmpty();
            (await store.TimersOfAsync(Id("i1"))).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Bookmarks_are_matched_by_name_case_key_and_correlation_oldest_first()
    {
        await CommitAsync(async store =>
        {
            await Add(store, Instance("i1", "K1"));
            store.Add(Bookmark("b1", "i1", "K1", minutes: 3));
            store.Add(Bookmark("b2", "i1", "K1", key: "r1", minutes: 2));
            store.Add(Bookmark("b3", "i1", "K2", minutes: 1));
            store.Add(Bookmark("b4", "i1", null, minutes: 0));
            store.Add(Bookmark("b5", "i1", "K1", name: "GO"));
        });
        await CommitAsync(async store =>
        {
            Ids(await store.FindBookmarksAsync(Id("go"), null, Id("K1"))).ShouldBe([Id("b1")]);
            Ids(await store.FindBookmarksAsync(Id("go"), "r1", Id("K1"))).ShouldBe([Id("b2"), Id("b1")]);
            Ids(await store.FindBookmarksAsync(Id("go"), "R1", Id("K1"))).ShouldBe([Id("b1")]);
            Ids(await store.FindBookmarksAsync(Id("go"), null, null)).ShouldBe([Id("b4"), Id("b3"), Id("b1")]);
            Ids(await store.FindBookmarksAsync(Id("GO"), null, Id("K1"))).ShouldBe([Id("b5")]);
        });
    }

    [Fact]
    public async Task Timers_keep_due_instant_and_rule_and_may_be_moved()
    {
        await CommitAsync(async store =>
        {
            await Add(store, Instance("i1", "K1"));
            store.Add(Timer("t1", "i1", "K1", Now.AddDays(180).AddMilliseconds(5)));
        });
        await CommitAsync(async store =>
        {
            var timer = (await store.FindTimerAsync(Id("t1"))).ShouldNotBeNull();
            timer.DueAt.ShouldBe(Now.AddDays(180).AddMilliseconds(5));
            timer.DueAt.Offset.ShouldBe(TimeSpan.Zero);
            timer.DueAt = Now.AddDays(3);
            timer.Rule = "moved";
            store.Moved(timer);
        });
        await CommitAsync(async store =>
        {
            var timer = (await store.TimersByCorrelationAsync(Id("K1"))).ShouldHaveSingleItem();
            (timer.DueAt, timer.Rule, timer.Name).ShouldBe((Now.AddDays(3), "moved", "due"));
        });
    }

    [Fact]
    public async Task Journal_is_kept_in_sequence_and_only_what_was_committed()
    {
        await CommitAsync(async store =>
        {
            await Add(store, Instance("i1", "K1"));
            store.Append(Entry(1));
            store.Append(Entry(2));
        });
        await AbandonAsync(store =>
        {
            store.Append(Entry(3));
            return Task.CompletedTask;
        });
        await CommitAsync(store =>
        {
            store.Append(Entry(3));
            return Task.CompletedTask;
        });

        var journal = await JournalAsync(Id("i1"));
        journal.Select(e => e.Sequence).ShouldBe([1, 2, 3]);
        journal[0].Data.ShouldBe("""{"text":"Träger"}""");
    }

    private string Id(string id) => $"{id}-{_unique}";

    private WorkflowInstance Instance(string id, string correlation, string definition = "d") => new()
    {
        Id = Id(id),
        DefinitionId = definition,
        DefinitionVersionId = "d-v1",
        Version = 1,
        CorrelationId = Id(correlation),
        CreatedAt = Now,
        UpdatedAt = Now,
        StateJson = """{"n":1,"ä":"ß"}""",
    };

    private Bookmark Bookmark(string id, string instance, string? correlation, string? key = null, int minutes = 0, string name = "go") => new()
    {
        Id = Id(id),
        InstanceId = Id(instance),
        ExecutionId = "e1",
        ActivityId = "a1",
        Stimulus = Id(name),
        Key = key,
        CorrelationId = correlation is null ? null : Id(correlation),
        CreatedAt = Now.AddMinutes(minutes),
    };

    private WorkflowTimer Timer(string id, string instance, string correlation, DateTimeOffset due) => new()
    {
        Id = Id(id),
        InstanceId = Id(instance),
        ExecutionId = "e1",
        ActivityId = "a1",
        Name = "due",
        CorrelationId = Id(correlation),
        DueAt = due,
        Rule = "rule",
    };

    private JournalEntry Entry(long sequence) => new()
    {
        InstanceId = Id("i1"),
        Sequence = sequence,
        At = Now,
        Kind = JournalKinds.LineWritten,
        Data = """{"text":"Träger"}""",
    };

    private static Task Add(IEngineStore store, params WorkflowInstance[] instances)
    {
        foreach (var instance in instances)
            store.Add(instance);
        return Task.CompletedTask;
    }

    private static List<string> Ids(IEnumerable<WorkflowInstance> instances) => [.. instances.Select(i => i.Id).Order(StringComparer.Ordinal)];

    private static List<string> Ids(IEnumerable<Bookmark> bookmarks) => [.. bookmarks.Select(b => b.Id)];
}
