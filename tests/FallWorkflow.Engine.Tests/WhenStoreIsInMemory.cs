using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenStoreIsInMemory : EngineStoreContract
{
    private readonly InMemoryEngineStore _store = new();

    protected override async Task CommitAsync(Func<IEngineStore, Task> work)
    {
        _store.Begin();
        await work(_store);
        _store.Commit();
    }

    protected override async Task AbandonAsync(Func<IEngineStore, Task> work)
    {
        _store.Begin();
        await work(_store);
        _store.Rollback();
    }

    protected override Task<IReadOnlyList<JournalEntry>> JournalAsync(string instanceId) =>
        Task.FromResult<IReadOnlyList<JournalEntry>>([.. _store.Journal.Where(e => e.InstanceId == instanceId).OrderBy(e => e.Sequence)]);

    [Fact]
    public async Task Then_a_burst_that_is_rolled_back_leaves_nothing_behind()
    {
        var driver = new EngineDriver().With(new FlowBuilder("f").Event("A", "a").Step("W", "Delay", ("timeSpan", "01:00:00")).Connect("A>W"));
        var instance = await driver.StartAsync("f");
        var (state, entries) = (instance.StateJson, driver.Store.Journal.Count);

        driver.Store.Begin();
        await driver.PublishAsync("a");
        driver.Store.Timers.ShouldHaveSingleItem();
        driver.Store.Rollback();

        instance.StateJson.ShouldBe(state);
        driver.Store.Journal.Count.ShouldBe(entries);
        driver.Store.Timers.ShouldBeEmpty();
        driver.Store.NextDue(DateTimeOffset.MaxValue).ShouldBeNull();
        (await driver.PublishAsync("a")).ShouldBe(1);
    }

    [Fact]
    public async Task Then_a_timer_whose_move_is_rolled_back_is_due_when_it_was()
    {
        var driver = new EngineDriver().With(new FlowBuilder("f").Step("W", "Delay", ("timeSpan", "01:00:00")));
        await driver.StartAsync("f");
        var due = driver.Time.GetUtcNow().AddHours(1);

        driver.Store.Begin();
        var timer = (await driver.Store.FindTimerAsync(driver.Store.Timers.Single().Id)).ShouldNotBeNull();
        await driver.Engine.MoveTimerAsync(driver.Burst(), timer, due.AddDays(1), null, "later");
        driver.Store.NextDue(due).ShouldBeNull();
        driver.Store.Rollback();

        driver.Store.NextDue(due).ShouldBe(timer);
    }
}
