using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Validation;

namespace FallWorkflow.Engine.Tests;

/// <summary>What publishing refuses beyond the form of the drawing: types, events, schedules, names, uses of other workflows.</summary>
public class WhenMistakesAreFound
{
    private static readonly DefinitionValidator Validator = new(BuiltInActivities.Registry(), events: ["PlanVereinbart"]);

    private static FlowBuilder Flow => new FlowBuilder("flow").Step("Begin", "Start");

    private static DefinitionProblem Only(FlowBuilder flow, params WorkflowDefinition[] others) => Only(flow.Json(), others);

    private static DefinitionProblem Only(JsonObject json, params WorkflowDefinition[] others) =>
        Validator.Validate(json.ToJsonString(), others).ShouldHaveSingleItem();

    private static void Clean(FlowBuilder flow, params WorkflowDefinition[] others) =>
        Validator.Validate(flow.Json().ToJsonString(), others).ShouldBeEmpty();

    [Fact]
    public void Unknown_type_of_a_variable()
    {
        var problem = Only(Flow.Variable("V", "Strnig"));
        problem.Path.ShouldBe("variables[0].typeName");
        problem.Message.ShouldBe("Den Datentyp „Strnig“ gibt es nicht.");
        problem.Remedy.ShouldContain("String");
        problem.ActivityId.ShouldBeNull();
    }

    [Fact]
    public void Unknown_type_of_an_activity_input() => Only(Flow.Line("L", "x").Also(a => a["text"]!["typeName"] = "List<Txt>").Connect("Begin>L"))
        .Path.ShouldBe("root.activities[1].text.typeName");

    [Theory]
    [InlineData("Int32")]
    [InlineData("System.String, System.Private.CoreLib")]
    [InlineData("IDictionary<string, object>")]
    [InlineData("ICollection<List<Int32>>")]
    [InlineData("DateTimeOffset[]")]
    [InlineData("Int32?")]
    [InlineData("object")]
    public void Known_types_are_no_problem(string type) => Clean(Flow.Variable("V", type));

    [Fact]
    public void Two_variables_of_one_name() => Only(Flow.Variable("V").Variable("V")).Path.ShouldBe("variables[1].name");

    [Fact]
    public void Event_that_nobody_publishes()
    {
        var problem = Only(Flow.Event("E", "planVereinbart").Connect("Begin>E"));
        problem.Message.ShouldBe("Das Ereignis „planVereinbart“ löst niemand aus.");
        problem.Remedy.ShouldContain("PlanVereinbart");
        problem.ActivityId.ShouldBe("E");
    }

    [Fact]
    public void Events_of_the_host_and_of_other_definitions_are_known()
    {
        var publisher = new FlowBuilder("other").Step("P", "PublishEvent", ("eventName", "other.done")).Build();
        Clean(Flow.Event("E", "PlanVereinbart").Event("F", "other.done").Connect("Begin>E E>F"), publisher);
        Clean(Flow.Event("E", "anything").Connect("Begin>E"), new FlowBuilder("other").Step("P", "PublishEvent", ("eventName", "js:getInput('x')")).Build());
    }

    [Fact]
    public void Cron_with_five_fields_names_the_six()
    {
        var problem = Only(Flow.Step("C", "Cron", ("cronExpression", "0 3 1 1 *")).Connect("Begin>C"));
        problem.Message.ShouldContain("0 3 1 1 *");
        problem.Remedy.ShouldEndWith("0 0 3 1 1 *");
    }

    [Fact]
    public void Cron_that_never_comes() => Only(Flow.Step("C", "Cron", ("cronExpression", "0 0 0 31 2 *")).Connect("Begin>C")).Message.ShouldContain("nie");

    [Theory]
    [InlineData("js:'00:05:00'")]
    [InlineData("00:00:00.2")]
    public void Trigger_whose_time_cannot_be_read_beforehand(string interval) => Only(new FlowBuilder("flow").Step("T", "Timer", ("interval", interval))
        .Also(a => a["customProperties"] = new JsonObject { ["canStartWorkflow"] = true })).Remedy.ShouldContain("festen Text");

    [Theory]
    [InlineData("js:berechne(1)", "berechne()")]
    [InlineData("js:getInput('Betrag')", "„Betrag“")]
    [InlineData("js:getVariable('Ghost')", "„Ghost“")]
    public void Name_that_nothing_has(string script, string message) => Only(Flow.Line("L", script).Connect("Begin>L")).Message.ShouldContain(message);

    [Theory]
    [InlineData("js:function f(g) { return g(1); } f(function (x) { return Number(x); })")]
    [InlineData("js:var f = function () { return 1; }; f() + parseInt('1') + 'berechne(1)'")]
    [InlineData("js:try { JSON.parse('{'); } catch (e) { String(e); }")]
    [InlineData("js:var o = { a: 1, b: [2] }; if (o.a) { o.b.concat([1]).map(function (x) { return x; }); }")]
    public void Names_of_the_script_itself_are_no_problem(string script) => Clean(Flow.Line("L", script).Connect("Begin>L"));

    [Fact]
    public void Input_expression_of_no_input() => Only(Flow.Line("L", "x").Also(a =>
        a["text"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Input", ["value"] = """{"name":"Ghost"}""" } }).Connect("Begin>L"))
        .Message.ShouldContain("Ghost");

    [Fact]
    public void Output_expression_of_no_activity() => Only(Flow.Line("L", "x").Also(a =>
        a["text"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Output", ["value"] = new JsonObject { ["activity"] = "Ghost" } } }).Connect("Begin>L"))
        .Message.ShouldContain("Ghost");

    [Theory]
    [InlineData("function* g() { return 1; }", "Generator")]
    [InlineData("var a = 1; var o = { a };", "verkürzte")]
    [InlineData("var o = { f() { return 1; } };", "verkürzte")]
    [InlineData("var k = 'a'; var o = { [k]: 1 };", "berechneten")]
    [InlineData("10n", "Ganzzahl")]
    [InlineData("try { 1; } catch { 2; }", "catch")]
    [InlineData("[1].includes(1)", "neuerem JavaScript")]
    [InlineData("Object.assign({}, {})", "neuerem JavaScript")]
    [InlineData("new Map()", "neuerem JavaScript")]
    public void JavaScript_newer_than_ECMAScript_5(string script, string message)
    {
        var problems = Validator.Validate(Flow.Line("L", "js:" + script).Connect("Begin>L").Json().ToJsonString());
        problems.ShouldContain(p => p.Message.Contains(message, StringComparison.Ordinal), string.Join("\n", problems.Select(p => p.Message)));
        problems.ShouldAllBe(p => p.Remedy.Length > 0 && p.Path == "root.activities[1].text");
    }

    [Theory]
    [InlineData("CSharp")]
    [InlineData("Liquid")]
    [InlineData("Python")]
    public void Expressions_of_other_kinds(string kind) => Only(Flow.Line("L", "x").Also(a =>
        a["text"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = kind, ["value"] = "x" } }).Connect("Begin>L")).Remedy.ShouldContain("JavaScript");

    [Fact]
    public void Join_behind_an_exclusive_switch() => Only(Flow.Step("S", "FlowSwitch").Also(a => a["cases"] = JsonNode.Parse("""[{"label":"A","condition":{"type":"JavaScript","value":"true"}}]"""))
        .Line("A", "a").Line("B", "b").Step("J", "FlowJoin", ("mode", "WaitAll")).Connect("Begin>S S.A>A S.Default>B A>J B>J")).ActivityId.ShouldBe("J");

    [Fact]
    public void Step_behind_the_end_of_a_sequence() => Only(Flow.Step("S", "Sequence")
        .Also(a => a["activities"] = JsonNode.Parse("""[{"id":"F","type":"Elsa.Finish"},{"id":"N","type":"Elsa.Start"}]""")).Connect("Begin>S")).ActivityId.ShouldBe("N");

    [Fact]
    public void While_that_nothing_ends() => Only(Flow.Step("W", "While", ("condition", "js:true"))
        .Also(a => a["body"] = JsonNode.Parse("""{"id":"B","type":"Elsa.Start"}""")).Connect("Begin>W")).ActivityId.ShouldBe("W");

    [Fact]
    public void Address_without_scheme() => Only(Flow.Step("H", "SendHttpRequest", ("url", "partner.example/api")).Connect("Begin>H")).Remedy.ShouldContain("https://");

    [Fact]
    public void Outcomes_as_an_object() => Only(Flow.Step("C", "Complete", ("outcomes", "obj:[\"High\"]")).Connect("Begin>C")).Remedy.ShouldContain("['High']");

    [Fact]
    public void Workflow_that_uses_itself()
    {
        var json = Flow.Step("S", "Flow").Also(a => a["type"] = "Flow").Connect("Begin>S").Json();
        json["options"] = new JsonObject { ["usableAsActivity"] = true };
        Only(json).Message.ShouldContain("sich selbst");
    }

    [Fact]
    public void Port_that_a_used_workflow_does_not_have()
    {
        var json = new FlowBuilder("rate").Step("C", "Complete").Json();
        json["name"] = "rate it";
        json["options"] = new JsonObject { ["usableAsActivity"] = true };
        json["outcomes"] = new JsonArray("High");
        var used = DefinitionReader.Read(json);
        Clean(Flow.Step("R", "x").Also(a => a["type"] = "RateIt").Line("L", "x").Connect("Begin>R R.High>L"), used);
        Only(Flow.Step("R", "x").Also(a => a["type"] = "RateIt").Line("L", "x").Connect("Begin>R R.Low>L"), used).Remedy.ShouldContain("High, Done");
    }
}
