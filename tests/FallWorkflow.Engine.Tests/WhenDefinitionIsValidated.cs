using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Validation;

namespace FallWorkflow.Engine.Tests;

public class WhenDefinitionIsValidated
{
    private static readonly DefinitionValidator Validator = new(BuiltInActivities.Registry());

    private static FlowBuilder Flow => new FlowBuilder("flow").Step("Begin", "Start");

    private static DefinitionProblem Only(FlowBuilder flow, params FlowBuilder[] others) =>
        Validator.Validate(flow.Json().ToJsonString(), others.Length == 0 ? null : others.Select(o => o.Build())).ShouldHaveSingleItem();

    [Fact]
    public void A_sound_definition_has_no_problem() => Validator.Validate(
        Flow.Variable("Amount", "Int32", "1").Event("Wait", "x").Line("L", "js:var getOwn = 1; getAmount() + variables.Amount + new Date().getTime() + 'a ?? `b` => ' /* x => y */")
            .Connect("Begin>Wait Wait>L L>Wait").Json().ToJsonString()).ShouldBeEmpty();

    [Fact]
    public void Text_that_is_no_JSON_is_named_with_its_place()
    {
        var problem = Validator.Validate("{\n  \"definitionId\": }").ShouldHaveSingleItem();
        problem.Message.ShouldBe("Der Text ist kein gültiges JSON (Zeile 2, Spalte 19).");
        problem.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Missing_definition_id_does_not_hide_other_problems()
    {
        var json = Flow.Step("U", "Acme.Unknown").Connect("Begin>U").Json();
        json.Remove("definitionId");
        Validator.Validate(json.ToJsonString()).Select(p => p.Path).ShouldBe(["definitionId", "root.activities[1].type"]);
    }

    [Fact]
    public void Missing_root_is_named() => Validator.Validate("""{"definitionId":"a"}""").ShouldHaveSingleItem().Path.ShouldBe("root");

    [Fact]
    public void Activity_without_id_and_type_is_named_twice()
    {
        var json = Flow.Json();
        json["root"]!["activities"]!.AsArray().Add(new JsonObject { ["name"] = "x" });
        Validator.Validate(json.ToJsonString()).Select(p => p.Message).Where(m => m.StartsWith("Ein Schritt", StringComparison.Ordinal)).Count().ShouldBe(2);
    }

    [Fact]
    public void Unknown_type() => Only(Flow.Step("U", "Acme.Unknown").Connect("Begin>U")).Message.ShouldBe("Den Schritttyp „Acme.Unknown“ gibt es nicht.");

    [Fact]
    public void Duplicate_id()
    {
        var problem = Only(Flow.Line("A", "1").Line("A", "2").Connect("Begin>A"));
        problem.Path.ShouldBe("root.activities[2].id");
        problem.ActivityId.ShouldBe("A");
    }

    [Theory]
    [InlineData("Begin>Ghost", "führt zu einem Schritt, den es hier nicht gibt: „Ghost“")]
    [InlineData("Ghost>Begin", "beginnt bei einem Schritt, den es hier nicht gibt: „Ghost“")]
    public void Dangling_connection(string connection, string message) => Only(Flow.Connect(connection)).Message.ShouldContain(message);

    [Fact]
    public void Port_the_activity_does_not_have()
    {
        var problem = Only(Flow.Step("D", "FlowDecision", ("condition", "js:true")).Line("L", "x").Connect("Begin>D D.Yes>L"));
        problem.ActivityId.ShouldBe("D");
        problem.Remedy.ShouldContain("True, False");
    }

    [Fact]
    public void Ports_of_switches_and_scripts_are_known() => Validator.Validate(Flow
        .Step("S", "FlowSwitch").Also(a => a["cases"] = new JsonArray(new JsonObject { ["label"] = "Neu", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" } }))
        .Step("F", "FlowFork", ("branches", "obj:[\"L\"]")).Step("J", "RunJavaScript", ("script", "setOutcome('Any')"))
        .Connect("Begin>S S.Neu>F S.Default>F F.L>J J.Any>J2").Line("J2", "x").Json().ToJsonString()).ShouldBeEmpty();

    [Fact]
    public void Unknown_variable_of_SetVariable() => Only(Flow.Step("S", "SetVariable", ("value", "1"))
        .Also(a => a["variable"] = new JsonObject { ["id"] = "ghost", ["name"] = "Ghost" }).Connect("Begin>S")).Message.ShouldContain("„Ghost“");

    [Fact]
    public void Unknown_variable_of_a_Variable_expression() => Only(Flow.Line("L", "x").Also(a =>
        a["text"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = "ghost" } } })
        .Connect("Begin>L")).Path.ShouldBe("root.activities[1].text");

    [Theory]
    [InlineData("js:getGhost() + getGhost()", "getGhost() liest oder setzt „Ghost“")]
    [InlineData("js:setGhost(1)", "setGhost() liest oder setzt „Ghost“")]
    [InlineData("js:variables.Ghost", "Die Variable „Ghost“")]
    [InlineData("js:getResultFromGhost()", "Ergebnis des Schrittes „Ghost“")]
    public void Name_in_a_script_that_nothing_has(string script, string message) =>
        Only(Flow.Variable("Amount").Line("L", script).Connect("Begin>L")).Message.ShouldContain(message);

    [Theory]
    [InlineData("1 +* 2", "(Zeile 1, Spalte 4)")]
    [InlineData("var a = 1;\nvar b = ;", "(Zeile 2,")]
    public void Script_that_does_not_parse(string script, string place) =>
        Only(Flow.Line("L", "js:" + script).Connect("Begin>L")).Message.ShouldContain(place);

    [Theory]
    [InlineData("[1].map(x => x)", "eine Pfeilfunktion (Zeile 1, Spalte 11)", "function (x)")]
    [InlineData("'a' +\n `b${1}`", "einen Vorlagentext (Zeile 2, Spalte 2)", "+")]
    [InlineData("let a = 1; a", "let oder const (Zeile 1, Spalte 1)", "var")]
    [InlineData("const a = 1; a", "let oder const", "var")]
    [InlineData("[].concat(...[[1]])", "liste", "concat")]
    [InlineData("a?.b", "Operator ?.", "a && a.b")]
    [InlineData("a ?? b", "Operator ??", "a !== null")]
    [InlineData("2 ** 3", "Operator **", "Math.pow")]
    [InlineData("var {a} = b;", "zerlegende Zuweisung", "einzeln")]
    [InlineData("class A {}", "eine Klasse", "Funktion")]
    [InlineData("for (var a of [1]) { a; }", "Schleife mit of", "for (var i = 0")]
    [InlineData("async function f() {}", "async", "Schritt")]
    [InlineData("function f(a = 1) { return a; }", "Vorgabewert", "undefined")]
    public void Syntax_newer_than_ECMAScript_5(string script, string message, string remedy)
    {
        var problem = Only(Flow.Line("L", "js:" + script).Connect("Begin>L"));
        problem.Message.ShouldContain(message);
        problem.Remedy.ShouldContain(remedy);
    }

    [Fact]
    public void Expression_kind_that_is_not_supported() => Only(Flow.Line("L", "x").Also(a =>
        a["text"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Liquid", ["value"] = "{{x}}" } }).Connect("Begin>L")).Message.ShouldContain("Liquid");

    [Fact]
    public void Object_that_is_no_JSON() => Only(Flow.Step("F", "FlowFork", ("branches", "obj:[a]")).Connect("Begin>F")).Message.ShouldContain("kein gültiges JSON");

    [Fact]
    public void Unreachable_activity() => Only(Flow.Line("Island", "x")).ActivityId.ShouldBe("Island");

    [Fact]
    public void Every_trigger_is_an_entry_point() => Validator.Validate(new FlowBuilder("two")
        .Event("A", "a").Also(Trigger).Event("B", "b").Also(Trigger).Line("L", "x").Connect("A>L B>L").Json().ToJsonString()).ShouldBeEmpty();

    [Fact]
    public void Missing_required_input()
    {
        var problem = Only(Flow.Step("D", "FlowDecision").Connect("Begin>D"));
        problem.Message.ShouldBe("Die Angabe „Bedingung“ fehlt.");
        problem.Path.ShouldBe("root.activities[1].condition");
    }

    [Fact]
    public void Option_that_is_not_allowed() => Only(Flow.Step("J", "FlowJoin", ("mode", "WaitSome")).Connect("Begin>J")).Remedy.ShouldContain("WaitAny, WaitAll, WaitAllActive");

    [Theory]
    [InlineData("72:00:00", "3.00:00:00")]
    [InlineData("00:90:00", "01:30:00")]
    [InlineData("drei Tage", "3.00:00:00")]
    [InlineData("7", "3.00:00:00")]
    public void Time_span_that_can_be_misread(string text, string remedy) =>
        Only(Flow.Step("D", "Delay", ("timeSpan", text)).Connect("Begin>D")).Remedy.ShouldEndWith(remedy);

    [Fact]
    public void Instant_that_cannot_be_read() => Only(Flow.Step("S", "StartAt", ("dateTime", "morgen")).Connect("Begin>S")).Message.ShouldContain("morgen");

    [Fact]
    public void Loop_that_never_waits() => Only(Flow.Line("A", "a").Line("B", "b").Connect("Begin>A A>B B>A")).ActivityId.ShouldBe("A");

    [Fact]
    public void Loop_into_the_middle_of_a_loop() => Only(Flow.Event("A", "a").Event("B", "b").Connect("Begin>A Begin>B A>B B>A"))
        .Message.ShouldContain("Rücksprung");

    [Fact]
    public void Join_of_branches_that_exclude_each_other() => Only(Flow
        .Step("D", "FlowDecision", ("condition", "js:true")).Line("A", "a").Line("B", "b").Step("J", "FlowJoin", ("mode", "WaitAll"))
        .Connect("Begin>D D.True>A D.False>B A>J B>J")).ActivityId.ShouldBe("J");

    [Fact]
    public void Child_that_does_not_exist()
    {
        var flow = Flow.Step("C", "DispatchWorkflow", ("workflowDefinitionId", "ghost")).Connect("Begin>C");
        Validator.Validate(flow.Json().ToJsonString()).ShouldBeEmpty();
        Only(flow, new FlowBuilder("other")).Message.ShouldBe("Den Prozess „ghost“ gibt es nicht.");
    }

    [Fact]
    public void What_the_activity_itself_objects_to()
    {
        var validator = new DefinitionValidator(BuiltInActivities.Registry(new Picky()));
        var problem = validator.Validate(Flow.Step("P", "Test.Picky").Connect("Begin>P").Build()).ShouldHaveSingleItem();
        problem.Message.ShouldBe("Die Frist liegt vor dem Anker.");
        problem.Path.ShouldBe("root.activities[1].frist");
    }

    [Fact]
    public void Every_text_has_its_remedy()
    {
        var flow = Flow.Line("A", "js:x => getGhost()").Line("A", "b").Step("D", "Delay", ("timeSpan", "72:00:00")).Step("U", "Acme.Unknown")
            .Connect("Begin>A A.Out>D D>U U>Ghost");
        var problems = Validator.Validate(flow.Json().ToJsonString());
        problems.Count.ShouldBe(7);
        problems.ShouldAllBe(p => p.Message.Length > 0 && p.Remedy.Length > 0 && !p.Message.Contains("{0}") && !p.Remedy.Contains("{0}"));
    }

    private static void Trigger(JsonObject activity) => activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };

    private sealed class Picky : IActivity
    {
        public ActivityDescriptor Descriptor { get; } = new("Test.Picky", "", "", "", [], [])
        {
            Check = _ => [new ActivityProblem("Die Frist liegt vor dem Anker.", "Wählen Sie eine spätere Frist.", "frist")],
        };

        public ValueTask ExecuteAsync(IActivityContext context) => context.CompleteAsync();
    }
}
