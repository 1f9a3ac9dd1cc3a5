using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Tests;

/// <summary>Reading, writing and reading again gives the same model; what nobody knows is kept.</summary>
public class WhenDefinitionIsWritten
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "definitions");

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
            .Where(f => JsonNode.Parse(File.ReadAllText(f)) is JsonObject o && o.ContainsKey("definitionId") && o.ContainsKey("root"))
            .Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_definition_as_Elsa_writes_it_stays_as_it_is(string file)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));

        var written = DefinitionWriter.Write(DefinitionReader.Read(text));

        JsonNode.DeepEquals(written, WithNodeIds(JsonNode.Parse(text)!.AsObject())).ShouldBeTrue($"{file}:\n{written}");
    }

    [Fact]
    public void All_recorded_definitions_are_among_them() => Files.Count.ShouldBeGreaterThanOrEqualTo(149 + 14);

    [Fact]
    public void Odd_forms_become_the_usual_one_and_mean_the_same()
    {
        const string odd = """
            { "DefinitionId": "odd", "Name": "Odd", "Version": 3, "Variables": { "$values": [ { "Id": "v", "Name": "V", "TypeName": "Int32", "IsArray": false, "Value": 7 } ] },
              "Foreign": { "Kept": true }, "CustomProperties": { "Flowchart:ExecutionMode": "TokenBased", "Mine": 1 },
              "Root": { "Id": "F", "Type": "Elsa.Flowchart", "Activities": { "$values": [
                { "Id": "A", "Type": "Elsa.WriteLine", "Text": { "TypeName": "String", "Expression": { "Type": "Literal", "Value": { "Stays": "As It Is" } } }, "Own": [1, 2] },
                { "Id": "B", "Type": "Elsa.If", "Condition": { "Expression": { "Value": "true" } }, "Then": { "Id": "C", "Type": "Elsa.Start", "Name": "Inner" },
                  "Result": { "MemoryReference": { "Id": "v" } } } ] },
                "Connections": [ { "Source": "A", "Target": "B", "SourcePort": "Done", "TargetPort": "In", "Vertices": [] }, { "source": "B", "target": "A", "note": "x" } ] } }
            """;
        var first = DefinitionReader.Read(odd);

        var written = DefinitionWriter.Write(first);
        var second = DefinitionReader.Read(written.ToJsonString());

        Model(second).ShouldBe(Model(first));
        JsonNode.DeepEquals(DefinitionWriter.Write(second), written).ShouldBeTrue();
        written["foreign"]!["Kept"]!.GetValue<bool>().ShouldBeTrue();
        written["customProperties"]!["Flowchart:ExecutionMode"]!.ToString().ShouldBe("TokenBased");
        var flow = written["root"]!;
        flow["activities"]!.AsArray().Count.ShouldBe(2);
        flow["activities"]![0]!["text"]!["expression"]!["value"]!.ToJsonString().ShouldBe("""{"Stays":"As It Is"}""");
        flow["connections"]!.ToJsonString().ShouldBe(
            """[{"source":{"activity":"A","port":"Done"},"target":{"activity":"B","port":"In"},"vertices":[]},{"source":{"activity":"B","port":"Done"},"target":{"activity":"A","port":"In"},"note":"x"}]""");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_model_is_the_same_after_the_way_there_and_back(string file)
    {
        var first = DefinitionReader.Read(File.ReadAllText(Path.Combine(Root, file)));

        var second = DefinitionReader.Read(DefinitionWriter.WriteText(first));

        Model(second).ShouldBe(Model(first));
    }

    // Only these may be added: the reader makes them up where they are missing.
    private static JsonObject WithNodeIds(JsonObject source)
    {
        source["id"] ??= DefinitionReader.Read((JsonObject)source.DeepClone()).Id;
        source["version"] ??= 1;
        var written = DefinitionWriter.Write(DefinitionReader.Read((JsonObject)source.DeepClone()));
        Add(source["root"]!, written["root"]!);
        return source;
    }

    private static void Add(JsonNode? source, JsonNode? written)
    {
        switch (source, written)
        {
            case (JsonObject a, JsonObject b):
                if (!a.ContainsKey("nodeId") && b["nodeId"] is { } nodeId && b.ContainsKey("type"))
                    a["nodeId"] = nodeId.DeepClone();
                foreach (var (name, value) in a.ToList())
                    Add(value, b[name]);
                break;
            case (JsonArray a, JsonArray b):
                for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
                    Add(a[i], b[i]);
                break;
        }
    }

    private static string Model(WorkflowDefinition d) =>
        string.Join("\n", [$"{d.Id} {d.DefinitionId} {d.Version} {d.Name} {d.Description}", .. d.Variables.Select(v => v.ToString()), .. Model(d.Root, "")]);

    private static IEnumerable<string> Model(ActivityDefinition a, string indent) =>
    [
        $"{indent}{a.Id} {a.NodeId} {a.Name} {a.DisplayText} {a.Type} {a.CanStartWorkflow}",
        .. a.Inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => $"{indent}  {i.Key}: {i.Value.Type} {i.Value.Value?.ToJsonString()}"),
        .. a.Outputs.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{indent}  {o.Key} -> {o.Value}"),
        .. a.Connections.Select(c => indent + "  " + c),
        .. a.Variables.Select(v => indent + "  " + v),
        .. a.Activities.SelectMany(c => Model(c, indent + "    ")),
    ];
}
