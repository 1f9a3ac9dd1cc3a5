using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Trials;

namespace FallWorkflow.Engine.Tests;

/// <summary>Token mode: a join waits for a branch that a decision has left out, and nothing else is open.</summary>
public class WhenInstanceIsStuck
{
    private static FlowBuilder Flow(string id = "stuck", bool waits = false)
    {
        var flow = new FlowBuilder(id).Step("Fork", "FlowFork", ("branches", "obj:[\"L\",\"R\"]"))
            .Step("D", "FlowDecision", ("condition", "false")).Line("L", "l").Line("R", "r")
            .Step("J", "FlowJoin", ("mode", "WaitAll")).Line("After", "after")
            .Connect("Fork.L>D D.True>L L>J Fork.R>R R>J J>After");
        return waits ? flow.Event("Wait", "x").Connect("Fork.R>Wait") : flow;
    }

    private static EngineDriver Token(params FlowBuilder[] flows) =>
        new EngineDriver(options: new EngineOptions { FlowchartMode = FlowchartMode.Token }).With(flows);

    [Fact]
    public async Task Then_it_stops_visibly_with_an_incident_that_names_the_join()
    {
        var driver = Token(Flow());
        var burst = driver.Burst();

        var instance = await driver.Engine.StartAsync(burst, "stuck", "K1");

        (instance.Status, instance.SubStatus).ShouldBe((WorkflowStatus.Finished, WorkflowSubStatus.Faulted));
        var incident = EngineDriver.Incidents(instance).ShouldHaveSingleItem();
        incident.ActivityId.ShouldBe("Flow");
        incident.Message.ShouldContain("'J'");
        incident.Exception.ShouldBe(nameof(WorkflowStuckException));
        burst.Faults.ShouldHaveSingleItem();
        driver.Lines.ShouldBe(["r"]);
    }

    [Fact]
    public async Task Then_retrying_finds_it_stuck_again_and_leaving_the_flowchart_ends_it()
    {
        var driver = Token(Flow());
        var instance = await driver.StartAsync("stuck");
        var incident = EngineDriver.Incidents(instance).Single();

        (await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, new Intervention("again", "me"))).ShouldBeTrue();
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).Count.ShouldBe(1);
        (await driver.Engine.SkipAsync(driver.Burst(), instance.Id, incident.ExecutionId!, "Done", null, new Intervention("leave", "me"))).ShouldBeTrue();

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        EngineDriver.Incidents(instance).ShouldBeEmpty();
    }

    [Fact]
    public async Task Then_a_parent_that_waits_for_it_goes_on()
    {
        var driver = Token(Flow(), new FlowBuilder("parent")
            .Step("Call", "DispatchWorkflow", ("workflowDefinitionId", "stuck"), ("waitForCompletion", "true")).Line("P", "p").Connect("Call>P"));

        var parent = await driver.StartAsync("parent");

        parent.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Lines.ShouldBe(["r", "p"]);
    }

    [Fact]
    public async Task Then_it_is_not_stuck_as_long_as_something_may_still_come()
    {
        var driver = Token(Flow(waits: true));
        var instance = await driver.StartAsync("stuck");
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);

        await driver.PublishAsync("x");

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        driver.Store.Journal.Count(e => e.Kind == JournalKinds.ActivityFaulted).ShouldBe(1);
    }

    [Fact]
    public async Task Then_counter_mode_ends_without_what_lies_behind_the_join()
    {
        var driver = new EngineDriver().With(Flow());

        (await driver.StartAsync("stuck")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        driver.Lines.ShouldBe(["r"]);
    }

    [Fact]
    public async Task Then_an_activity_that_ends_another_instance_in_its_own_step_is_not_taken_for_stuck()
    {
        var ender = new Ender();
        var driver = new EngineDriver([ender]).With(
            new FlowBuilder("other").Step("P", "Test.Ender").Line("L", "l").Connect("P>L"),
            new FlowBuilder("flow").Event("E", "go").Step("End", "Test.Ender").Line("L", "flow").Connect("E>End End>L"));
        ender.Engine = driver.Engine;
        var other = await driver.StartAsync("other");
        var third = await driver.StartAsync("other");
        (other.SubStatus, third.SubStatus).ShouldBe((WorkflowSubStatus.Suspended, WorkflowSubStatus.Suspended));
        ender.Ends = [other.Id, third.Id];
        var flow = await driver.StartAsync("flow");

        await driver.PublishAsync("go");

        (other.SubStatus, third.SubStatus).ShouldBe((WorkflowSubStatus.Cancelled, WorkflowSubStatus.Cancelled));
        EngineDriver.Incidents(flow).ShouldBeEmpty();
        flow.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Lines.ShouldBe(["flow"]);
    }

    [Fact]
    public async Task Then_an_activity_that_ends_another_instance_in_its_own_step_is_not_written_as_waiting()
    {
        var ender = new Ender();
        var driver = new EngineDriver([ender]).With(
            new FlowBuilder("other").Step("P", "Test.Ender"),
            new FlowBuilder("flow").Step("End", "Test.Ender").Line("L", "flow").Connect("End>L"));
        ender.Engine = driver.Engine;
        ender.Ends = [];
        var other = await driver.StartAsync("other");
        ender.Ends = [other.Id];

        var flow = await driver.StartAsync("flow");

        flow.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Store.Journal.Where(e => e.InstanceId == flow.Id).ShouldNotContain(e => e.Kind == Journal.JournalKinds.InstanceSuspended);
    }

    /// <summary>Ends other instances on its own burst, also when it is dropped itself; with nobody to end it waits.</summary>
    private sealed class Ender : Activities.IActivity
    {
        public WorkflowEngine Engine { get; set; } = null!;

        public List<string> Ends { get; set; } = [];

        public Activities.ActivityDescriptor Descriptor { get; } = new("Test.Ender", "", "", "", [], []) { Waits = true };

        public async ValueTask ExecuteAsync(Activities.IActivityContext context)
        {
            if (Ends.Count == 0)
            {
                context.WaitFor("never");
                return;
            }

            await EndNextAsync(context);
            await context.CompleteAsync();
        }

        public ValueTask CancelAsync(Activities.IActivityContext context, string reason) => EndNextAsync(context);

        private async ValueTask EndNextAsync(Activities.IActivityContext context)
        {
            if (Ends.Count == 0)
                return;
            var next = Ends[0];
            Ends.RemoveAt(0);
            await Engine.CancelAsync(context.Burst, next, "ended by another");
        }
    }

    [Theory]
    [InlineData(false, "J")]
    [InlineData(true, null)]
    public async Task Then_a_trial_stays_suspended_as_in_Elsa_but_says_where_it_is_stuck(bool waits, string? where)
    {
        var trial = new Trial(
            [Flow(waits: waits).Build()], Activities.BuiltInActivities.Registry(), DateTimeOffset.UnixEpoch,
            new EngineOptions { FlowchartMode = FlowchartMode.Token, StuckIsIncident = false });

        var result = await trial.PlayAsync(new TrialCase());

        result.AfterStart.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        result.AfterStart.Incidents.ShouldBeEmpty();
        result.AfterStart.StuckAt.ShouldBe(where is null ? [] : [where]);
        result.AfterStart.ToJson().ContainsKey("stuckAt").ShouldBe(where is not null);
    }
}
