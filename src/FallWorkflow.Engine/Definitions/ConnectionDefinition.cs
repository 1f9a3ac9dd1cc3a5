namespace FallWorkflow.Engine.Definitions;

/// <summary>A connection of a flowchart; a missing source port means <c>Done</c>.</summary>
public sealed record ConnectionDefinition(string Source, string SourcePort, string Target);
