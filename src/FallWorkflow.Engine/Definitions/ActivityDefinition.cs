using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>One activity as drawn.</summary>
public sealed class ActivityDefinition
{
    public required string Id { get; init; }

    public required string NodeId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What people read on the canvas (metadata.displayText), or the name.</summary>
    public string DisplayText { get; init; } = "";

    public required string Type { get; init; }

    public bool CanStartWorkflow { get; init; }

    /// <summary>Wrapped inputs by camelCase name.</summary>
    public IReadOnlyDictionary<string, ExpressionDefinition> Inputs { get; init; } = new Dictionary<string, ExpressionDefinition>();

    /// <summary>Outputs by camelCase name: the id of the variable that receives the value.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Children of a container; empty otherwise.</summary>
    public IReadOnlyList<ActivityDefinition> Activities { get; init; } = [];

    public IReadOnlyList<ConnectionDefinition> Connections { get; init; } = [];

    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>The JSON of this activity as it was read, for properties that are not wrapped inputs.</summary>
    public required JsonObject Source { get; init; }

    /// <summary>What is given for an input; a plain value in the place of a wrapped one is a literal, as in Elsa. Null if nothing is.</summary>
    public ExpressionDefinition? Input(string name) =>
        Inputs.TryGetValue(name, out var wrapped) ? wrapped
        : JsonShape.Property(Source, name) is { } plain and (JsonValue or JsonArray) ? new ExpressionDefinition("Literal", plain)
        : null;

    /// <summary>This activity or one inside it, by its id; null if there is none.</summary>
    public ActivityDefinition? Find(string id) => Id == id ? this : Activities.Select(a => a.Find(id)).FirstOrDefault(a => a is not null);

    /// <summary>The same activity with plain values of these inputs among its inputs.</summary>
    internal ActivityDefinition WithPlainInputs(IEnumerable<string> names)
    {
        var plain = names.Where(n => !Inputs.ContainsKey(n)).Select(n => (Name: n, Value: Input(n))).Where(i => i.Value is not null).ToList();
        if (plain.Count == 0)
            return this;
        var inputs = new Dictionary<string, ExpressionDefinition>(Inputs, StringComparer.Ordinal);
        foreach (var (name, value) in plain)
            inputs[name] = value!;
        return new ActivityDefinition
        {
            Id = Id,
            NodeId = NodeId,
            Name = Name,
            DisplayText = DisplayText,
            Type = Type,
            CanStartWorkflow = CanStartWorkflow,
            Inputs = inputs,
            Outputs = Outputs,
            Activities = Activities,
            Connections = Connections,
            Variables = Variables,
            Source = Source,
        };
    }
}
