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

    [Theory]
    [InlineData("betrag + 1", "„betrag“")]
    [InlineData("Math.trnc(1.5)", "Math.trnc")]
    [InlineData("JSON.strngify({})", "JSON.strngify")]
    [InlineData("TimeSpan.FromDays(3)", "„TimeSpan“")]
    [InlineData("variables['Betrag']", "„Betrag“")]
    [InlineData("getOutputFrom('Niemand')", "„Niemand“")]
    [InlineData("escape('x')", "escape()")]
    public void Name_in_a_script_that_nobody_has(string script, string message) =>
        Only(Flow.Line("L", "js:" + script).Connect("Begin>L")).Message.ShouldContain(message);

    [Theory]
    [InlineData("var s = 0; for (var i in [1]) s += Number(i); s")]
    [InlineData("(function (a) { try { return a.b; } catch (e) { return e.message; } })(null)")]
    [InlineData("typeof betrag === 'undefined' ? Math.PI : NaN")]
    [InlineData("x = { betrag: 1 }; x.betrag + x['betrag'] + Date.UTC(2026, 0) + Object.keys(x).length")]
    [InlineData("outer: for (;;) { break outer; }")]
    [InlineData("function f(n) { return n < 2 ? 1 : n * f(n - 1); } [3].map(f).join(String(undefined))")]
    [InlineData("getOutputFrom('L')")]
    public void Names_that_a_script_has_are_no_problem(string script) => Clean(Flow.Line("L", "js:" + script).Connect("Begin>L"));

    [Fact]
    public void Accessors_of_inputs_and_items_are_known()
    {
        var json = Flow.Line("L", "js:getwer() + getInput('WER')").Connect("Begin>L").Json();
        json["inputs"] = JsonNode.Parse("""[{"name":"wer","type":"String"}]""");
        Validator.Validate(json.ToJsonString()).ShouldBeEmpty();
        Clean(Flow.Step("B", "BulkDispatchWorkflows", ("workflowDefinitionId", "flow"), ("items", "js:[1]"), ("correlationIdFunction", "js:getItem() + args.item")).Connect("Begin>B"));
    }

    [Fact]
    public void Result_bound_to_an_output_of_the_workflow()
    {
        var json = Flow.Step("R", "RunJavaScript", ("script", "1")).Also(a => a["result"] = JsonNode.Parse("""{"memoryReference":{"id":"Antwort"}}""")).Connect("Begin>R").Json();
        json["outputs"] = JsonNode.Parse("""[{"name":"Antwort","type":"Object"}]""");
        Validator.Validate(json.ToJsonString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Int32", "zwölf")]
    [InlineData("Int32", "3000000000")]
    [InlineData("Boolean", "ja")]
    [InlineData("DateTimeOffset", "gestern")]
    [InlineData("Guid", "1")]
    [InlineData("TimeSpan", "72:00:00")]
    public void Default_that_its_variable_cannot_hold(string type, string value) => Only(Flow.Variable("V", type, value)).Path.ShouldBe("variables[0].value");

    [Theory]
    [InlineData("Int32", " 12 ")]
    [InlineData("Decimal", "12.50")]
    [InlineData("Boolean", "TRUE")]
    [InlineData("DateTime", "2026-02-03")]
    [InlineData("TimeSpan", "1.00:00:00")]
    [InlineData("Object", "zwölf")]
    [InlineData("Int32", "")]
    public void Default_that_fits(string type, string value) => Clean(Flow.Variable("V", type, value));

    [Theory]
    [InlineData("1:30")]
    [InlineData("js:'72:00:00'")]
    [InlineData("js: \"5\";")]
    public void Span_that_can_be_read_in_two_ways(string span) =>
        Only(Flow.Step("D", "Delay", ("timeSpan", span)).Connect("Begin>D")).Message.ShouldContain("keine eindeutige Zeitspanne");

    [Theory]
    [InlineData("Finish")]
    [InlineData("End")]
    [InlineData("Complete")]
    public void Step_behind_the_end_of_a_flowchart(string end)
    {
        var problem = Only(Flow.Step("E", end).Line("L", "x").Connect("Begin>E E>L"));
        problem.ActivityId.ShouldBe("L");
        problem.Remedy.ShouldContain("„E“ beendet");
        Clean(Flow.Step("D", "FlowDecision", ("condition", "js:true")).Step("E", end).Line("L", "x").Connect("Begin>D D.True>E D.False>L E>L"));
    }

    [Fact]
    public void Join_whose_branches_exclude_each_other_further_up()
    {
        FlowBuilder Fork() => Flow.Step("D", "FlowDecision", ("condition", "js:true")).Line("A", "a").Line("A2", "a").Line("M", "m").Line("B", "b")
            .Step("J", "FlowJoin", ("mode", "WaitAll"));
        Only(Fork().Connect("Begin>D D.True>A D.True>A2 A>M A2>M M>J D.False>B B>J")).ActivityId.ShouldBe("J");
        Clean(Fork().Connect("Begin>D D.True>A D.True>A2 A>M A2>M M>J D.True>B B>J"));
        Clean(Fork().Connect("Begin>D Begin>B D.True>A D.False>A2 A>M A2>M M>J B>J"));
    }

    [Theory]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAll")]
    public void Join_that_token_mode_lets_wait_for_good(string mode)
    {
        var json = Flow.Step("D", "FlowDecision", ("condition", "js:true")).Line("A", "a").Line("B", "b").Step("J", "FlowJoin", ("mode", mode))
            .Connect("Begin>D D.True>A D.False>B A>J B>J").Json();
        json["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = "TokenBased" };
        Only(json).Remedy.ShouldContain("WaitAny");
    }

    [Fact]
    public void Merge_that_token_mode_lets_wait_for_good()
    {
        var json = Flow.Step("D", "FlowDecision", ("condition", "js:true")).Line("A", "a").Line("B", "b")
            .Line("M", "m").Also(a => a["customProperties"] = new JsonObject { ["mergeMode"] = "Merge" }).Connect("Begin>D D.True>A D.False>B A>M B>M").Json();
        Validator.Validate(json.ToJsonString()).ShouldBeEmpty();
        json["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = "TokenBased" };
        Only(json).ActivityId.ShouldBe("M");
    }

    [Fact]
    public void Counting_by_zero() => Only(Flow.Step("F", "For", ("step", "0")).Connect("Begin>F")).Path.ShouldBe("root.activities[1].step");

    [Fact]
    public void Rule_for_starting_that_is_not_followed()
    {
        var json = Flow.Json();
        json["options"] = new JsonObject { ["activationStrategyType"] = "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core" };
        Only(json).Message.ShouldContain("SingletonStrategy");
        json["options"]!["activationStrategyType"] = "Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core";
        Validator.Validate(json.ToJsonString()).ShouldBeEmpty();
    }
}
