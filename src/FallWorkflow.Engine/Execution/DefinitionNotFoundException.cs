namespace FallWorkflow.Engine.Execution;

/// <summary>No published version of the definition exists.</summary>
public sealed class DefinitionNotFoundException(string definitionId)
    : Exception($"No published workflow definition '{definitionId}'.")
{
    public string DefinitionId { get; } = definitionId;
}
