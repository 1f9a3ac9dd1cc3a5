using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Execution;

/// <summary>The variables that a loop hands to each of its rounds; they live and end with the execution of the body.</summary>
internal static class Iteration
{
    // Elsa's ids: the name in camelCase with "Variable" behind it.
    private static readonly VariableDefinition CurrentValue = new("currentValueVariable", "CurrentValue", "Object", IsArray: false, Value: null);
    private static readonly VariableDefinition CurrentIndex = new("currentIndexVariable", "CurrentIndex", "Int32", IsArray: false, Value: null);

    public static IReadOnlyList<VariableDefinition> Variables { get; } = [CurrentValue, CurrentIndex];

    public static Dictionary<string, JsonNode?> Of(JsonNode? value, int? index = null)
    {
        Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal) { [CurrentValue.Id] = value?.DeepClone() };
        if (index is { } position)
            values[CurrentIndex.Id] = position;
        return values;
    }
}
