namespace FallWorkflow.Engine.Definitions;

/// <summary>A declared variable; <paramref name="Value"/> is the default as text.</summary>
public sealed record VariableDefinition(string Id, string Name, string TypeName, bool IsArray, string? Value);
