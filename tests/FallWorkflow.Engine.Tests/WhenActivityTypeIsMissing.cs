using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Validation;

namespace FallWorkflow.Engine.Tests;

/// <summary>An activity type that nobody registered: nothing of it is lost on the way through an editor, and nothing runs it.</summary>
public class WhenActivityTypeIsMissing
{
    private static readonly ActivityRegistry Registry = BuiltInActivities.Registry();

    private static FlowBuilder Flow() => new FlowBuilder("shop")
        .Line("A", "a")
        .Step("U", "Acme.Paint", ("colour", "blue"))
        .Also(a =>
        {
            a["version"] = 3;
            a["metadata"] = JsonNode.Parse("""{ "designer": { "position": { "x": 1, "y": 2 } }, "displayText": "Streichen" }""");
            a["own"] = JsonNode.Parse("""[1, { "two": "ü" }]""");
            a["body"] = JsonNode.Parse("""{ "id": "In", "type": "Elsa.WriteLine" }""");
        })
        .Line("B", "b").Connect("A>U U>B");

    private static JsonObject Written(WorkflowDefinition definition) => DefinitionWriter.Write(definition);

    [Fact]
    public void Then_an_editor_gets_a_stand_in_that_names_it_in_its_place()
    {
        var standIn = DefinitionWriter.WriteForEditor(Flow().Build(), Registry)["root"]!["activities"]![1]!;

        standIn["type"]!.ToString().ShouldBe("Elsa.NotFoundActivity");
        standIn["missingTypeName"]!.ToString().ShouldBe("Acme.Paint");
        standIn["missingTypeVersion"]!.GetValue<int>().ShouldBe(3);
        standIn["id"]!.ToString().ShouldBe("U");
        standIn["nodeId"]!.ToString().ShouldBe("Workflow1:Flow:U");
        standIn["metadata"]!["displayText"]!.ToString().ShouldBe("Streichen");
        JsonNode.Parse(standIn["originalActivityJson"]!.GetValue<string>())!["colour"]!["expression"]!["value"]!.ToString().ShouldBe("blue");
    }

    [Fact]
    public void Then_the_original_comes_back_as_it_was()
    {
        var before = Flow().Build();

        var after = DefinitionReader.Read(DefinitionWriter.WriteForEditor(before, Registry).ToJsonString());

        JsonNode.DeepEquals(Written(after), Written(before)).ShouldBeTrue(Written(after).ToString());
        after.Root.Activities[1].Type.ShouldBe("Acme.Paint");
    }

    [Fact]
    public void Then_what_was_moved_and_renamed_in_the_editor_stays_so()
    {
        var edited = DefinitionWriter.WriteForEditor(Flow().Build(), Registry);
        var standIn = edited["root"]!["activities"]![1]!;
        standIn["metadata"]!["designer"]!["position"]!["x"] = 99;
        standIn["id"] = "Copy";

        var restored = DefinitionReader.Read(edited).Root.Activities[1];

        restored.Id.ShouldBe("Copy");
        restored.Source["metadata"]!["designer"]!["position"]!["x"]!.GetValue<int>().ShouldBe(99);
        restored.Inputs["colour"].Value!.ToString().ShouldBe("blue");
    }

    [Fact]
    public void Then_a_root_and_a_body_survive_as_well()
    {
        var json = Flow().Json();
        json["root"]!["type"] = "Acme.Canvas";
        var root = DefinitionReader.Read((JsonObject)json.DeepClone());
        var inLoop = new FlowBuilder("loop").Step("L", "ForEach").Also(a => a["body"] = JsonNode.Parse("""{ "id": "X", "type": "Acme.Paint" }""")).Build();

        DefinitionWriter.WriteForEditor(root, Registry)["root"]!["missingTypeName"]!.ToString().ShouldBe("Acme.Canvas");
        DefinitionWriter.WriteForEditor(inLoop, Registry)["root"]!["activities"]![0]!["body"]!["missingTypeName"]!.ToString().ShouldBe("Acme.Paint");
        foreach (var definition in new[] { root, inLoop })
        {
            var after = DefinitionReader.Read(DefinitionWriter.WriteForEditor(definition, Registry).ToJsonString());
            JsonNode.DeepEquals(Written(after), Written(definition)).ShouldBeTrue(Written(after).ToString());
        }
    }

    [Fact]
    public void Then_known_types_and_workflows_used_as_activities_are_no_stand_ins()
    {
        var catalog = new InMemoryDefinitionCatalog();
        var used = new FlowBuilder("rate").Line("A", "a").Json();
        (used["name"], used["options"]) = ("rate applicant", new JsonObject { ["usableAsActivity"] = true });
        catalog.Publish(DefinitionReader.Read(used));
        var definition = new FlowBuilder("user").Step("R", "Elsa.Start").Also(a => a["type"] = "RateApplicant").Build();

        DefinitionWriter.WriteForEditor(definition, Registry, catalog)["root"]!["activities"]![0]!["type"]!.ToString().ShouldBe("RateApplicant");
        DefinitionWriter.WriteForEditor(definition, Registry)["root"]!["activities"]![0]!["missingTypeName"]!.ToString().ShouldBe("RateApplicant");
    }

    [Fact]
    public void Then_publishing_names_the_missing_type_and_its_place_also_behind_a_stand_in()
    {
        var validator = new DefinitionValidator(Registry);
        var standIn = DefinitionWriter.WriteForEditor(Flow().Build(), Registry);
        var lost = (JsonObject)standIn.DeepClone();
        lost["root"]!["activities"]![1]!.AsObject().Remove("originalActivityJson");

        foreach (var json in new[] { Flow().Json(), standIn, lost })
        {
            var problem = validator.Validate(json.ToJsonString()).Single(p => p.Message.Contains("Schritttyp", StringComparison.Ordinal));
            problem.ActivityId.ShouldBe("U");
            problem.Path.ShouldBe("root.activities[1].type");
            problem.Message.ShouldContain("„Acme.Paint“");
        }
    }

    [Fact]
    public async Task Then_running_it_is_an_incident_also_if_the_original_is_lost()
    {
        var driver = new EngineDriver().With(Flow());
        var lost = DefinitionWriter.WriteForEditor(Flow().Build(), Registry);
        lost["definitionId"] = "lost";
        lost["id"] = "lost-v1";
        lost["root"]!["activities"]![1]!["originalActivityJson"] = "{ broken";
        driver.Catalog.Publish(DefinitionReader.Read(lost));

        foreach (var id in new[] { "shop", "lost" })
        {
            var instance = await driver.StartAsync(id);
            instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
            var incident = EngineDriver.Incidents(instance).ShouldHaveSingleItem();
            (incident.ActivityId, incident.ActivityType).ShouldBe(("U", "Elsa.NotFoundActivity"));
            incident.Message.ShouldContain("'Acme.Paint'");
        }

        driver.Lines.ShouldBe(["a", "a"]);
    }

    [Fact]
    public async Task Then_a_stand_in_whose_type_is_there_again_runs_as_the_original()
    {
        var json = new FlowBuilder("again").Line("A", "a").Json();
        var written = DefinitionWriter.WriteForEditor(DefinitionReader.Read(json), new ActivityRegistry([Registry.Find("Elsa.Flowchart")!]));
        written["root"]!["activities"]![0]!["type"]!.ToString().ShouldBe("Elsa.NotFoundActivity");
        var driver = new EngineDriver();
        driver.Catalog.Publish(DefinitionReader.Read(written));

        (await driver.StartAsync("again")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        driver.Lines.ShouldBe(["a"]);
    }
}
