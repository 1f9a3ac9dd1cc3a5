using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Expressions;

/// <param name="IsDate">The value is a date: as a text it prints as .NET prints dates.</param>
/// <param name="Outcomes">What setOutcome or setOutcomes named; null if neither was called.</param>
internal sealed record ScriptResult(JsonNode? Value, IReadOnlyList<string>? Outcomes, bool IsDate = false);
