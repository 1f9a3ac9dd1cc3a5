using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenActivityFaults
{
    [Fact]
    public async Task Then_other_instances_of_the_burst_go_on()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("bad").Event("Wait", "go").Line("Bad", "js:oops()").Connect("Wait>Bad"),
            new FlowBuilder("good").Event("Wait", "go").Line("Good", "good").Connect("Wait>Good"));
        var first = await driver.StartAsync("good");
        var bad = await driver.StartAsync("bad");
        var last = await driver.StartAsync("good");

        (await driver.PublishAsync("go")).ShouldBe(3);

        driver.Lines.ShouldBe(["good", "good"]);
        first.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        last.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        bad.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        var incident = EngineDriver.Incidents(bad).ShouldHaveSingleItem();
        incident.ActivityId.ShouldBe("Bad");
        incident.ActivityType.ShouldBe("Elsa.WriteLine");
        driver.Store.Journal.Single(e => e.Kind == JournalKinds.ActivityFaulted).ActivityId.ShouldBe("Bad");
    }

    [Fact]
    public async Task Then_what_its_instance_waited_for_is_dropped()
    {
        var driver = new EngineDriver().With(new FlowBuilder("mixed")
            .Step("Begin", "Start").Event("Wait", "x").Step("Pause", "Delay", ("timeSpan", "1.00:00:00")).Step("Bad", "Fault", ("message", "kaputt"))
            .Connect("Begin>Wait Begin>Pause Begin>Bad"));

        var instance = await driver.StartAsync("mixed");

        instance.Status.ShouldBe(WorkflowStatus.Finished);
        EngineDriver.Incidents(instance).Single().Message.ShouldBe("kaputt");
        driver.Store.Bookmarks.ShouldBeEmpty();
        driver.Store.Timers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Then_a_loop_that_never_waits_is_stopped_by_the_limit()
    {
        var driver = new EngineDriver(options: new EngineOptions { MaxStepsPerCall = 500 })
            .With(new FlowBuilder("restless").Line("A", "a").Line("B", "b").Connect("A>B B>A"));

        var instance = await driver.StartAsync("restless");

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).Single().Message.ShouldContain("500");
        driver.Lines.Count().ShouldBeLessThan(500);
    }

    [Fact]
    public async Task Then_an_exception_that_aborts_the_burst_leaves_the_engine()
    {
        var driver = new EngineDriver([new Throwing()], options: new EngineOptions { AbortsBurst = e => e is TimeoutException })
            .With(new FlowBuilder("db").Step("X", "Test.Throwing"));

        await Should.ThrowAsync<TimeoutException>(() => driver.StartAsync("db"));
    }

    private sealed class Throwing : Activities.IActivity
    {
        public Activities.ActivityDescriptor Descriptor { get; } = new("Test.Throwing", "", "", "", [], []);

        public ValueTask ExecuteAsync(Activities.IActivityContext context) => throw new TimeoutException("database gone");
    }
}
