using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Tests;

/// <summary>Writes the JSON of a flowchart; activities are named by their ids.</summary>
internal sealed class FlowBuilder(string definitionId)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];

    public string LastId => (string)_activities[^1]!["id"]!;

    public FlowBuilder Variable(string name, string type = "Object", string? value = null)
    {
        _variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = type, ["value"] = value });
        return this;
    }

    public FlowBuilder Step(string id, string type, params (string Name, string Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type.Contains('.', StringComparison.Ordinal) ? type : "Elsa." + type };
        foreach (var (name, value) in inputs)
        {
            var isScript = value.StartsWith("js:", StringComparison.Ordinal);
            var isObject = value.StartsWith("obj:", StringComparison.Ordinal);
            activity[name] = new JsonObject
            {
                ["expression"] = new JsonObject
                {
                    ["type"] = isScript ? "JavaScript" : isObject ? "Object" : "Literal",
                    ["value"] = isScript ? value[3..] : isObject ? value[4..] : value,
                },
            };
        }

        _activities.Add(activity);
        return this;
    }

    public FlowBuilder Line(string id, string text) => Step(id, "WriteLine", ("text", text));

    public FlowBuilder Event(string id, string name) => Step(id, "Event", ("eventName", name));

    /// <summary>Changes the JSON of the last step.</summary>
    public FlowBuilder Also(Action<JsonObject> change)
    {
        change(_activities[^1]!.AsObject());
        return this;
    }

    /// <summary>Connections as "A>B" or "A.Port>B", several separated by blanks.</summary>
    public FlowBuilder Connect(string connections)
    {
        foreach (var connection in connections.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = connection.Split('>');
            var source = ends[0].Split('.');
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
            });
        }

        return this;
    }

    public JsonObject Json() => new()
    {
        ["id"] = definitionId + "-v1",
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = 1,
        ["variables"] = _variables.DeepClone(),
        ["root"] = new JsonObject
        {
            ["id"] = "Flow",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = _activities.DeepClone(),
            ["connections"] = _connections.DeepClone(),
        },
    };

    public WorkflowDefinition Build() => DefinitionReader.Read(Json());
}
