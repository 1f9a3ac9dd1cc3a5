using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Expressions;

/// <param name="Outcomes">What setOutcome or setOutcomes named; null if neither was called.</param>
internal sealed record ScriptResult(JsonNode? Value, IReadOnlyList<string>? Outcomes);
