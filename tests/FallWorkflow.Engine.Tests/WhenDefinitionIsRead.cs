using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Tests;

public class WhenDefinitionIsRead
{
    [Fact]
    public void Then_names_may_be_Pascal_case_lists_wrapped_and_connections_flat()
    {
        var definition = DefinitionReader.Read("""
            {
              "DefinitionId": "old", "Version": 3, "Name": "Old",
              "Variables": { "$values": [ { "Name": "N", "TypeName": "Int32", "Value": 5 } ] },
              "Root": {
                "Id": "F", "Type": "Elsa.Flowchart",
                "Activities": { "$values": [
                  { "Id": "A", "Type": "Elsa.WriteLine", "Text": { "Expression": { "Type": "Literal", "Value": "a" } } },
                  { "Id": "B", "Type": "Elsa.Event", "Result": { "TypeName": "Object", "MemoryReference": { "Id": "N" } } } ] },
                "Connections": { "$values": [
                  { "Source": "A", "Target": "B", "SourcePort": "X", "TargetPort": "In" },
                  { "Source": { "Activity": "B" }, "Target": { "Activity": "A" } } ] },
              },
            }
            """);

        definition.DefinitionId.ShouldBe("old");
        definition.Id.ShouldBe("old:3");
        definition.Variables.ShouldBe([new VariableDefinition("N", "N", "Int32", false, "5")]);
        definition.Root.Activities.Select(a => a.NodeId).ShouldBe(["Workflow1:F:A", "Workflow1:F:B"]);
        definition.Root.Activities[0].Inputs["text"].Type.ShouldBe("Literal");
        definition.Root.Activities[1].Outputs["result"].ShouldBe("N");
        definition.Root.Connections.ShouldBe([new ConnectionDefinition("A", "X", "B"), new ConnectionDefinition("B", "Done", "A")]);
    }

    [Theory]
    [InlineData("nonsense", DefinitionFormatError.InvalidJson)]
    [InlineData("[]", DefinitionFormatError.NotAnObject)]
    [InlineData("{}", DefinitionFormatError.MissingDefinitionId)]
    [InlineData("""{"definitionId":"a"}""", DefinitionFormatError.MissingRoot)]
    [InlineData("""{"definitionId":"a","root":{"type":"x"}}""", DefinitionFormatError.MissingActivityId)]
    [InlineData("""{"definitionId":"a","root":{"id":"x"}}""", DefinitionFormatError.MissingActivityType)]
    [InlineData("""{"definitionId":"a","definitionId":"b","root":{"id":"x"}}""", DefinitionFormatError.DuplicateProperty)]
    [InlineData("""{"definitionId":"a","root":{"id":"x","type":"Elsa.Flowchart","connections":[{}]}}""", DefinitionFormatError.BrokenConnection)]
    public void Then_what_cannot_be_read_is_named(string json, DefinitionFormatError error) =>
        Should.Throw<DefinitionFormatException>(() => DefinitionReader.Read(json)).Error.ShouldBe(error);
}
