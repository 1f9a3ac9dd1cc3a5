using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

public class WhenIncidentIsDealtWith
{
    private static readonly Intervention Because = new("Partner wieder erreichbar", "lea");

    private readonly Moody _moody = new();

    [Fact]
    public async Task A_retry_runs_the_failed_activity_again_and_the_flow_goes_on()
    {
        var driver = Driver(new FlowBuilder("flow").Line("A", "a").Step("Bad", "Test.Moody").Line("B", "b").Connect("A>Bad Bad>B"));
        var instance = await driver.StartAsync("flow");
        driver.Store.Bookmarks.ShouldBeEmpty("the failed run leaves nothing behind");
        driver.Store.Timers.ShouldBeEmpty();
        _moody.Trouble = null;

        (await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, Because)).ShouldBeTrue();

        driver.Lines.ShouldBe(["a", "b"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        EngineDriver.Incidents(instance).ShouldBeEmpty();
        _moody.Runs.ShouldBe(2);
        var entry = driver.Store.Journal.Single(e => e.Kind == JournalKinds.IncidentRetried);
        entry.ActivityId.ShouldBe("Bad");
        entry.Data!.ShouldContain("Partner wieder erreichbar");
        entry.Data!.ShouldContain("lea");
        (await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, Because)).ShouldBeFalse("it has been dealt with");
    }

    [Fact]
    public async Task A_retry_that_fails_stops_it_again_with_the_new_cause()
    {
        var driver = Driver(new FlowBuilder("flow").Step("Bad", "Test.Moody"));
        var instance = await driver.StartAsync("flow");
        _moody.Trouble = "noch immer";

        await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, Because);

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).ShouldHaveSingleItem().Message.ShouldBe("noch immer");
    }

    [Fact]
    public async Task What_had_reached_the_activity_reaches_it_again()
    {
        var moody = new Moody(waits: true);
        var driver = new EngineDriver([moody]).With(new FlowBuilder("flow").Step("Bad", "Test.Moody").Line("B", "b").Connect("Bad>B"));
        var instance = await driver.StartAsync("flow");
        await driver.PublishAsync("wake", payload: new JsonObject { ["n"] = 7 });
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        driver.Store.Bookmarks.ShouldBeEmpty("the bookmark set by the failed step is taken back");
        driver.Store.Timers.Single().Name.ShouldBe("alarm");
        moody.Trouble = null;

        await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, Because);

        moody.Runs.ShouldBe(1, "it does not begin anew");
        moody.Resumptions.Count.ShouldBe(2);
        moody.Resumptions[1].Stimulus!.Payload!["n"]!.GetValue<int>().ShouldBe(7);
        driver.Lines.ShouldBe(["b"]);
        driver.Store.Timers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_and_timers_that_came_meanwhile_take_effect_in_their_order()
    {
        var driver = Driver(new FlowBuilder("flow")
            .Step("Begin", "Start").Step("Bad", "Test.Moody").Line("B", "b").Event("Wait", "x").Line("X", "x1").Event("Again", "x").Line("Y", "x2")
            .Step("Pause", "Delay", ("timeSpan", "01:00:00")).Line("P", "pause")
            .Connect("Begin>Bad Begin>Wait Begin>Pause Bad>B Wait>X X>Again Again>Y Pause>P"));
        var instance = await driver.StartAsync("flow");
        (await driver.PublishAsync("x")).ShouldBe(1);
        driver.Time.Set(driver.Time.GetUtcNow().AddHours(2));
        (await driver.Engine.FireTimerAsync(driver.Burst(), driver.Store.Timers.Single().Id)).ShouldBeTrue();
        (await driver.PublishAsync("x")).ShouldBe(1);
        driver.Lines.ShouldBeEmpty("it stands still");
        driver.Store.NextDue(driver.Time.GetUtcNow()).ShouldBeNull("a timer that fired must not fire again");
        _moody.Trouble = null;

        await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, Because);

        driver.Lines.ShouldBe(["b", "x1", "pause", "x2"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Store.Journal.Count(e => e.Kind == JournalKinds.Held).ShouldBe(3);
    }

    [Fact]
    public async Task A_skip_leaves_by_the_chosen_outcome_with_the_given_values()
    {
        var driver = Driver(new FlowBuilder("flow").Variable("Answer", "String")
            .Step("Bad", "Test.Moody").Also(a => a["result"] = new JsonObject { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = "Answer" } })
            .Line("B", "b").Line("O", "js:'other ' + getAnswer()").Connect("Bad>B Bad.Other>O"));
        var instance = await driver.StartAsync("flow");
        var report = driver.Engine.IncidentsOf(instance).ShouldHaveSingleItem();
        report.Outcomes.ShouldBe(["Done", "Other"]);
        report.Outputs.ShouldBe(["result"]);
        report.CanSkip.ShouldBeTrue();

        await Should.ThrowAsync<ArgumentException>(() =>
            driver.Engine.SkipAsync(driver.Burst(), instance.Id, report.Incident.ExecutionId!, "Nowhere", null, Because));
        (await driver.Engine.SkipAsync(
            driver.Burst(), instance.Id, report.Incident.ExecutionId!, "Other", new JsonObject { ["result"] = "ja" }, Because)).ShouldBeTrue();

        driver.Lines.ShouldBe(["other ja"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Store.Journal.Single(e => e.Kind == JournalKinds.IncidentSkipped).Data!.ShouldContain("\"outcome\":\"Other\"");
    }

    [Fact]
    public async Task A_cancel_takes_everything_with_it()
    {
        var driver = Driver(new FlowBuilder("flow").Step("Begin", "Start").Step("Bad", "Test.Moody").Event("Wait", "x").Connect("Begin>Bad Begin>Wait"));
        var instance = await driver.StartAsync("flow");

        (await driver.Engine.CancelAsync(driver.Burst(), instance.Id, "überholt")).ShouldBeTrue();

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        driver.Store.Bookmarks.ShouldBeEmpty();
        _moody.Drops.ShouldBe(1);
        (await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, Because)).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_of_several_incidents_is_dealt_with_by_itself()
    {
        var driver = Driver(new FlowBuilder("flow").Step("Begin", "Start").Step("One", "Test.Moody").Step("Two", "Fault", ("message", "zwei")).Line("B", "b")
            .Connect("Begin>One Begin>Two One>B"));
        var instance = await driver.StartAsync("flow");
        var incidents = EngineDriver.Incidents(instance);
        incidents.Select(i => i.ActivityId).ShouldBe(["One", "Two"]);
        _moody.Trouble = null;

        await driver.Engine.RetryAsync(driver.Burst(), instance.Id, incidents[0].ExecutionId, Because);
        driver.Lines.ShouldBe(["b"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        EngineDriver.Incidents(instance).ShouldHaveSingleItem().ActivityId.ShouldBe("Two");

        await driver.Engine.SkipAsync(driver.Burst(), instance.Id, incidents[1].ExecutionId!, "Done", null, Because);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_failed_container_takes_note_of_its_children_once_more()
    {
        // The mode of the join cannot be read at first; the other branch comes to its end nevertheless.
        var driver = new EngineDriver().With(new FlowBuilder("flow").Variable("Mode", "String")
            .Step("Begin", "Start").Line("A", "a").Line("A2", "a2").Line("B", "b").Step("Join", "FlowJoin", ("mode", "js:getMode().trim()")).Line("C", "c")
            .Connect("Begin>A Begin>A2 A2>B A>Join B>Join Join>C"));
        var instance = await driver.StartAsync("flow");
        EngineDriver.Incidents(instance).ShouldHaveSingleItem().ActivityId.ShouldBe("Flow");
        var state = JsonNode.Parse(instance.StateJson)!;
        state["vars"]!["Mode"] = "WaitAll";
        instance.StateJson = state.ToJsonString();

        await driver.Engine.RetryAsync(driver.Burst(), instance.Id, null, Because);

        driver.Lines.ShouldBe(["a", "a2", "b", "c"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_parent_has_gone_on_and_is_not_told_again()
    {
        var driver = new EngineDriver([_moody]).With(
            new FlowBuilder("parent").Step("Call", "ExecuteWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "true")).Line("P", "parent").Connect("Call>P"),
            new FlowBuilder("child").Step("Bad", "Test.Moody").Line("C", "child").Connect("Bad>C"));
        var parent = await driver.StartAsync("parent");
        parent.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var child = driver.Store.Instances.Single(i => i.DefinitionId == "child");
        _moody.Trouble = null;

        await driver.Engine.RetryAsync(driver.Burst(), child.Id, null, Because);

        driver.Lines.ShouldBe(["parent", "child"]);
    }

    [Fact]
    public async Task A_child_that_ended_meanwhile_is_noticed_afterwards()
    {
        var driver = new EngineDriver([_moody]).With(
            new FlowBuilder("parent").Step("Begin", "Start").Step("Call", "ExecuteWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "true")).Line("P", "after child")
                .Step("Bad", "Test.Moody").Connect("Begin>Call Call>P Begin>Bad"),
            new FlowBuilder("child").Event("Wait", "x"));
        var parent = await driver.StartAsync("parent");
        parent.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        await driver.PublishAsync("x");
        driver.Lines.ShouldBeEmpty();
        _moody.Trouble = null;

        await driver.Engine.RetryAsync(driver.Burst(), parent.Id, null, Because);

        driver.Lines.ShouldBe(["after child"]);
        parent.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    private EngineDriver Driver(FlowBuilder flow) => new EngineDriver([_moody]).With(flow);
}
