using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>One version of a workflow definition in Elsa 3's JSON form, read once and never changed.</summary>
public sealed class WorkflowDefinition
{
    /// <summary>Id of this version.</summary>
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    public required ActivityDefinition Root { get; init; }

    /// <summary>The JSON as it was read, unknown fields included.</summary>
    public required JsonObject Source { get; init; }
}
