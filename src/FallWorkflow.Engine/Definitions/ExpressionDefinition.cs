using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>An expression as written: <paramref name="Type"/> is Literal, JavaScript, Variable, Object or Input.</summary>
public sealed record ExpressionDefinition(string Type, JsonNode? Value);
