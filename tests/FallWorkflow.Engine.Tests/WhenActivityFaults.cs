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
    public async Task Then_its_instance_stops_but_keeps_what_it_waits_for()
    {
        var driver = new EngineDriver().With(new FlowBuilder("mixed")
            .Step("Begin", "Start").Event("Wait", "x").Step("Pause", "Delay", ("timeSpan", "1.00:00:00")).Step("Bad", "Fault", ("message", "kaputt"))
            .Connect("Begin>Wait Begin>Pause Begin>Bad"));

        var instance = await driver.StartAsync("mixed");

        instance.Status.ShouldBe(WorkflowStatus.Finished);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).Single().Message.ShouldBe("kaputt");
        driver.Store.Bookmarks.Single().ActivityId.ShouldBe("Wait");
        driver.Store.Timers.Single().ActivityId.ShouldBe("Pause");
        InstanceSnapshot.Of(instance).OpenActivities.ShouldBe(["Flow", "Wait", "Pause"]);
    }

    [Fact]
    public async Task Then_a_neighbour_in_the_same_burst_has_all_its_steps_left()
    {
        var driver = new EngineDriver(options: new EngineOptions { MaxStepsPerCall = 100 }).With(
            new FlowBuilder("restless").Event("Wait", "go").Line("A", "a").Line("B", "b").Connect("Wait>A A>B B>A"),
            new FlowBuilder("calm").Event("Wait", "go").Line("Good", "good").Connect("Wait>Good"));
        var restless = await driver.StartAsync("restless");
        var calm = await driver.StartAsync("calm");

        await driver.PublishAsync("go");

        restless.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        calm.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Lines.Count(l => l == "good").ShouldBe(1);
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
