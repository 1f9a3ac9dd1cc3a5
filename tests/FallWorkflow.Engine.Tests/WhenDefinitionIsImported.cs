using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Validation;

namespace FallWorkflow.Engine.Tests;

/// <summary>What Elsa takes in is taken in to be tried, and refused with its place when it is to be published.</summary>
public class WhenDefinitionIsImported
{
    private const string Bare = """
        { "name": "bare", "root": { "type": "Elsa.Flowchart",
          "activities": [
            { "type": "Elsa.WriteLine", "text": "plain" },
            { "id": "WriteLine2", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "b" } } },
            { "id": "If", "type": "Elsa.If", "condition": true, "then": { "type": "Elsa.WriteLine", "text": "then" } },
            { "id": "Loop", "type": "Elsa.ForEach", "items": { "typeName": "ICollection<object>", "expression": { "type": "Object", "value": "[1]" } },
              "body": { "id": null, "type": "Elsa.WriteLine", "text": "body" } } ],
          "connections": [
            { "source": { "activity": "WriteLine2" }, "target": { "activity": "If" } },
            { "source": { "activity": "If", "port": null }, "target": { "activity": "Loop", "port": null } },
            { "target": { "activity": "Loop" } }, { "source": { "activity": "Gone", "port": "Done" }, "target": { "activity": "WriteLine2", "port": "In" } } ] } }
        """;

    [Fact]
    public async Task Then_missing_ids_are_made_up_and_it_runs()
    {
        var definition = DefinitionReader.Import(Bare);

        definition.DefinitionId.ShouldBe("bare");
        definition.Root.Id.ShouldBe("Flowchart1");
        definition.Root.Activities.Select(a => a.Id).ShouldBe(["WriteLine1", "WriteLine2", "If", "Loop"]);
        definition.Root.Activities.Select(a => a.NodeId).ShouldBe(["Workflow1:Flowchart1:WriteLine1", "Workflow1:Flowchart1:WriteLine2", "Workflow1:Flowchart1:If", "Workflow1:Flowchart1:Loop"]);
        var driver = new EngineDriver();
        driver.Catalog.Publish(definition);
        (await driver.StartAsync("bare")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        driver.Lines.ShouldBe(["plain"]);
    }

    [Fact]
    public async Task Then_a_child_without_id_in_a_port_is_found()
    {
        var driver = new EngineDriver();
        driver.Catalog.Publish(DefinitionReader.Import(Bare.Replace("\"type\": \"Elsa.WriteLine\", \"text\": \"plain\"", "\"id\": \"S\", \"type\": \"Elsa.Start\"", StringComparison.Ordinal)
            .Replace("{ \"source\": { \"activity\": \"Gone\", \"port\": \"Done\" }", "{ \"source\": { \"activity\": \"S\", \"port\": \"\" }", StringComparison.Ordinal)));

        (await driver.StartAsync("bare")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        driver.Lines.ShouldBe(["b", "then", "body"]);
    }

    [Fact]
    public void Then_publishing_refuses_it_with_place_and_remedy()
    {
        var problems = new DefinitionValidator(BuiltInActivities.Registry()).Validate(Bare);

        foreach (var place in new[] { "definitionId", "root", "root.activities[0]", "root.activities[2].then", "root.activities[3].body", "root.connections[2]" })
            problems.First(p => p.Path == place).Remedy.ShouldNotBeEmpty();
        // Broken connections count as well: the place is that in the document.
        problems.Single(p => p.Message.Contains("Gone", StringComparison.Ordinal)).Path.ShouldBe("root.connections[3]");
    }

    [Theory]
    [InlineData("nonsense", DefinitionFormatError.InvalidJson)]
    [InlineData("""{"definitionId":"a"}""", DefinitionFormatError.MissingRoot)]
    [InlineData("""{"definitionId":"a","root":{"id":"x"}}""", DefinitionFormatError.MissingActivityType)]
    public void Then_what_Elsa_cannot_take_in_either_is_named(string json, DefinitionFormatError error) =>
        Should.Throw<DefinitionFormatException>(() => DefinitionReader.Import(json)).Error.ShouldBe(error);
}
