using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Tests;

public class WhenWorkflowIsUsedAsActivity
{
    private static WorkflowDefinition Usable(FlowBuilder flow, string name, string[]? inputs = null, string[]? outputs = null, string[]? outcomes = null)
    {
        var json = flow.Json();
        json["name"] = name;
        json["options"] = new JsonObject { ["usableAsActivity"] = true };
        json["inputs"] = new JsonArray([.. (inputs ?? []).Select(i => (JsonNode)new JsonObject { ["name"] = i, ["type"] = "String" })]);
        json["outputs"] = new JsonArray([.. (outputs ?? []).Select(o => (JsonNode)new JsonObject { ["name"] = o, ["type"] = "String" })]);
        json["outcomes"] = new JsonArray([.. (outcomes ?? []).Select(o => (JsonNode)o)]);
        return DefinitionReader.Read(json);
    }

    private static EngineDriver Driver(FlowBuilder parent, params WorkflowDefinition[] used)
    {
        var driver = new EngineDriver();
        foreach (var definition in used)
            driver.Catalog.Publish(definition);
        return driver.With(parent);
    }

    [Fact]
    public async Task Same_activity_ids_inside_and_outside_and_twice_do_not_meet()
    {
        var pause = Usable(new FlowBuilder("pause").Event("A", "go").Line("B", "inside").Connect("A>B"), "pause it");
        var parent = new FlowBuilder("parent").Line("A", "outside").Step("P", "PauseIt").Also(Type("PauseIt")).Step("Q", "PauseIt").Also(Type("PauseIt"))
            .Line("B", "after").Connect("A>P P>Q Q>B");
        var driver = Driver(parent, pause);

        var instance = await driver.StartAsync("parent");
        driver.Lines.ShouldBe(["outside"]);
        await driver.PublishAsync("go");
        instance.Status.ShouldBe(WorkflowStatus.Running);
        InstanceSnapshot.Of(instance).OpenActivities.ShouldBe(["Flow", "Q", "Q/Flow", "Q/A"]);
        await driver.PublishAsync("go");

        driver.Lines.ShouldBe(["outside", "inside", "inside", "after"]);
        instance.Status.ShouldBe(WorkflowStatus.Finished);
        driver.Store.Instances.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_input_is_evaluated_outside_and_hides_the_outer_variable_inside()
    {
        var greet = Usable(new FlowBuilder("greet").Line("L", "js:getWho() + '/' + getInput('Who')"), "greet", inputs: ["Who"]);
        var driver = Driver(new FlowBuilder("parent").Variable("Who", "String", "outer")
            .Step("G", "Greet", ("who", "js:'from ' + getWho()")).Also(Type("Greet")).Line("L", "js:getWho()").Connect("G>L"), greet);

        await driver.StartAsync("parent");

        driver.Lines.ShouldBe(["from outer/from outer", "outer"]);
    }

    [Fact]
    public async Task A_declared_output_goes_to_the_variable_and_another_to_the_instance()
    {
        var make = Usable(new FlowBuilder("make").Step("S", "SetOutput", ("outputName", "Text"), ("outputValue", "js:'made'"))
            .Step("T", "SetOutput", ("outputName", "Else"), ("outputValue", "js:'other'")).Connect("S>T"), "make", outputs: ["Text"]);
        var driver = Driver(new FlowBuilder("parent").Variable("Got", "String").Step("M", "Make").Also(Type("Make"))
            .Also(a => a["text"] = new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "Got" } }).Line("L", "js:getGot()").Connect("M>L"), make);

        var instance = await driver.StartAsync("parent");

        driver.Lines.ShouldBe(["made"]);
        InstanceSnapshot.Of(instance).Output.ToJsonString().ShouldBe("""{"Else":"other"}""");
    }

    [Fact]
    public async Task It_stays_on_the_version_that_the_activity_names()
    {
        var first = Usable(new FlowBuilder("part").Line("L", "first"), "part");
        var driver = Driver(new FlowBuilder("parent").Step("P", "Part").Also(Type("Part")).Also(a => a["workflowDefinitionVersionId"] = "part-v1"), first);
        var json = new FlowBuilder("part").Line("L", "second").Json();
        json["id"] = "part-v2";
        json["name"] = "part";
        json["options"] = new JsonObject { ["usableAsActivity"] = true };
        driver.Catalog.Publish(DefinitionReader.Read(json));

        await driver.StartAsync("parent");

        driver.Lines.ShouldBe(["first"]);
    }

    [Fact]
    public async Task One_that_is_published_later_is_found_by_instances_that_start_later()
    {
        var driver = new EngineDriver().With(new FlowBuilder("parent").Step("P", "Part").Also(Type("Part")));
        (await driver.StartAsync("parent")).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

        driver.Catalog.Publish(Usable(new FlowBuilder("part").Line("L", "there"), "part"));

        (await driver.StartAsync("parent")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Lines.ShouldBe(["there"]);
    }

    [Fact]
    public async Task Finish_inside_ends_the_whole_instance()
    {
        var driver = Driver(new FlowBuilder("parent").Step("P", "Stop").Also(Type("Stop")).Line("L", "never").Connect("P>L"), Usable(new FlowBuilder("stop").Step("F", "Finish"), "stop"));

        (await driver.StartAsync("parent")).Status.ShouldBe(WorkflowStatus.Finished);

        driver.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_contains_itself_is_an_unknown_type()
    {
        var driver = Driver(new FlowBuilder("parent").Step("P", "Loop").Also(Type("Loop")), Usable(new FlowBuilder("loop").Step("L", "Loop").Also(Type("Loop")), "loop"));

        var instance = await driver.StartAsync("parent");

        EngineDriver.Incidents(instance).ShouldHaveSingleItem().Message.ShouldContain("Loop");
    }

    [Fact]
    public async Task The_outcome_of_Complete_in_a_sequence_leaves_by_its_port()
    {
        var json = new FlowBuilder("rate").Json();
        json["root"] = JsonNode.Parse("""{"id":"S","type":"Elsa.Sequence","activities":[{"id":"C","type":"Elsa.Complete","outcomes":{"expression":{"type":"JavaScript","value":"'High'"}}},{"id":"N","type":"Elsa.WriteLine","text":{"expression":{"type":"Literal","value":"never"}}}]}""");
        json["name"] = "rate";
        json["outcomes"] = new JsonArray("High");
        json["options"] = new JsonObject { ["usableAsActivity"] = true };
        var driver = Driver(new FlowBuilder("parent").Step("R", "Rate").Also(Type("Rate")).Line("H", "high").Line("D", "done").Connect("R.High>H R>D"), DefinitionReader.Read(json));

        await driver.StartAsync("parent");

        driver.Lines.ShouldBe(["high"]);
    }

    private static Action<JsonObject> Type(string type) => a => a["type"] = type;
}
