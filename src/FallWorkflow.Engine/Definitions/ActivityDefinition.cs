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
}
