using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenInstanceIsCancelled
{
    [Fact]
    public async Task Then_its_bookmarks_timers_and_children_go_with_it()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("parent")
                .Step("Begin", "Start").Event("Wait", "never").Step("Pause", "Delay", ("timeSpan", "01:00:00"))
                .Step("Called", "ExecuteWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "true"))
                .Step("Sent", "DispatchWorkflow", ("workflowDefinitionId", "child"))
                .Connect("Begin>Wait Begin>Pause Begin>Called Begin>Sent"),
            new FlowBuilder("child").Event("ChildWait", "never"));
        var parent = await driver.StartAsync("parent");
        driver.Store.Bookmarks.Count.ShouldBe(3);

        (await driver.Engine.CancelAsync(driver.Burst(), parent.Id, "abgemeldet")).ShouldBeTrue();

        driver.Store.Bookmarks.ShouldBeEmpty();
        driver.Store.Timers.ShouldBeEmpty();
        driver.Store.Instances.Select(i => i.SubStatus).ShouldAllBe(s => s == WorkflowSubStatus.Cancelled);
        driver.Store.Journal.Last(e => e.InstanceId == parent.Id && e.Kind == JournalKinds.InstanceCancelled).Data!.ShouldContain("abgemeldet");
        (await driver.Engine.CancelAsync(driver.Burst(), parent.Id, "again")).ShouldBeFalse();
    }
}
