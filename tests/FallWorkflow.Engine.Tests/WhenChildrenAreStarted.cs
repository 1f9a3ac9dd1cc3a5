using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Tests;

public class WhenChildrenAreStarted
{
    private static readonly FlowBuilder Echo = new FlowBuilder("echo").Line("L", "js:'item ' + JSON.stringify(getInput('Item'))");

    [Fact]
    public async Task An_executed_child_runs_before_the_other_branches_take_their_turn()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("child").Line("C1", "c1").Line("C2", "c2").Connect("C1>C2"),
            new FlowBuilder("parent").Step("Begin", "Start").Step("X", "ExecuteWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "true"))
                .Line("A", "a").Line("B", "b").Line("C", "c").Connect("Begin>X Begin>B X>A B>C"));

        await driver.StartAsync("parent");

        driver.Lines.ShouldBe(["c1", "c2", "b", "a", "c"]);
    }

    [Fact]
    public async Task Not_waiting_for_a_child_that_waits_its_state_is_the_result()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("child").Event("E", "go"),
            new FlowBuilder("parent").Step("X", "ExecuteWorkflow", ("workflowDefinitionId", "child")).Line("A", "js:getResultFromX().Status + ' ' + getResultFromX().SubStatus").Connect("X>A"));

        (await driver.StartAsync("parent")).Status.ShouldBe(WorkflowStatus.Finished);

        driver.Lines.ShouldBe(["Running Suspended"]);
        (await driver.PublishAsync("go")).ShouldBe(1);
    }

    [Fact]
    public async Task A_workflow_that_executes_itself_without_end_is_stopped()
    {
        var driver = new EngineDriver().With(new FlowBuilder("self").Step("X", "ExecuteWorkflow", ("workflowDefinitionId", "self"), ("waitForCompletion", "true")));

        await driver.StartAsync("self");

        driver.Store.Instances.Count.ShouldBe(33);
        driver.Store.Instances.Last().SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
    }

    [Fact]
    public async Task A_dispatched_child_that_is_not_waited_for_gives_no_result()
    {
        var driver = new EngineDriver().With(Echo, new FlowBuilder("parent")
            .Step("X", "DispatchWorkflow", ("workflowDefinitionId", "echo")).Line("A", "js:getLastResult() === null").Connect("X>A"));

        await driver.StartAsync("parent");

        driver.Lines.ShouldContain("True");
    }

    [Fact]
    public async Task One_child_runs_for_each_item_and_knows_its_parent()
    {
        var driver = new EngineDriver().With(Echo, Bulk("js:['a', 2, null, { P: 'x', Item: 'y' }]"));

        var instance = await driver.StartAsync("parent");

        driver.Lines.ShouldBe(["item \"a\"", "item 2", "item null", "item \"y\"", "completed", "done"], ignoreOrder: true);
        driver.Store.Instances.Where(i => i.DefinitionId == "echo").ShouldAllBe(i => i.ParentInstanceId == instance.Id);
    }

    [Theory]
    [InlineData("js:[]")]
    [InlineData("js:null")]
    [InlineData("obj:[\"a\"]")]
    public async Task Without_items_it_leaves_by_Done_only(string items)
    {
        var driver = new EngineDriver().With(Echo, Bulk(items));

        await driver.StartAsync("parent");

        driver.Lines.ShouldBe(["done"]);
    }

    [Fact]
    public async Task Only_when_the_last_child_has_ended_it_goes_on()
    {
        var driver = new EngineDriver().With(
            new FlowBuilder("echo").Event("E", "go").Step("D", "FlowDecision", ("condition", "js:getInput('Item') === 'bad'")).Step("F", "Fault", ("message", "bad"))
                .Connect("E>D D.True>F"),
            Bulk("js:['good', 'bad']").Also(a =>
            {
                a["correlationIdFunction"] = Script("'K-' + args.Item");
                a["childCompleted"] = Line("Good", "good");
                a["childCompleted"]!["text"] = Script("getInput('WorkflowSubStatus') === 'Finished' && getChildInstanceId() === getInput('WorkflowInstanceId') ? 'good' : 'wrong'");
                a["childFaulted"] = Line("Bad", "bad");
            }));

        var instance = await driver.StartAsync("parent", "K");
        (await driver.PublishAsync("go", "K-good")).ShouldBe(1);
        driver.Lines.ShouldBe(["good"]);
        instance.Status.ShouldBe(WorkflowStatus.Running);
        (await driver.PublishAsync("go", "K-bad")).ShouldBe(1);

        driver.Lines.ShouldBe(["good", "bad", "completed", "done"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task An_unknown_child_is_an_incident()
    {
        var driver = new EngineDriver().With(Bulk("js:['a']"));

        EngineDriver.Incidents(await driver.StartAsync("parent")).ShouldHaveSingleItem().ActivityId.ShouldBe("X");
    }

    private static FlowBuilder Bulk(string items) => new FlowBuilder("parent").Line("Completed", "completed").Line("Done", "done")
        .Step("Begin", "Start").Connect("Begin>X X.Completed>Completed X>Done")
        .Step("X", "BulkDispatchWorkflows", ("workflowDefinitionId", "echo"), ("items", items));

    private static JsonObject Script(string text) => new() { ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = text } };

    private static JsonObject Line(string id, string text) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.WriteLine",
        ["text"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = text } },
    };
}
