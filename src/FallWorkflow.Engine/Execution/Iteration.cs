using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// The variables that a loop hands to each of its rounds, and BulkDispatchWorkflows to the activity in one of its ports; they
/// live and end with the execution of the body.
/// </summary>
internal static class Iteration
{
    // Elsa's ids: the name in camelCase with "Variable" behind it.
    private static readonly VariableDefinition CurrentValue = new("currentValueVariable", "CurrentValue", "Object", IsArray: false, Value: null);
    private static readonly VariableDefinition CurrentIndex = new("currentIndexVariable", "CurrentIndex", "Int32", IsArray: false, Value: null);

    private static readonly VariableDefinition ChildInstanceId = Text("ChildInstanceId");

    // In Elsa these are inputs of the run that the child's end sets in motion.
    private static readonly VariableDefinition[] OfAnEnd =
        [new("workflowOutputVariable", "WorkflowOutput", "Object", IsArray: false, Value: null), Text("WorkflowInstanceId"), Text("WorkflowStatus"), Text("WorkflowSubStatus")];

    public static IReadOnlyList<VariableDefinition> OfLoops { get; } = [CurrentValue, CurrentIndex];

    public static IReadOnlyList<VariableDefinition> OfChildren { get; } = [ChildInstanceId, .. OfAnEnd];

    public static IReadOnlyList<VariableDefinition> Variables { get; } = [.. OfLoops, .. OfChildren];

    /// <summary>What the activity in a port of BulkDispatchWorkflows sees of the child that has ended.</summary>
    public static Dictionary<string, JsonNode?> OfChild(WorkflowInstance child) => new(StringComparer.Ordinal)
    {
        [ChildInstanceId.Id] = child.Id,
        [OfAnEnd[0].Id] = InstanceSnapshot.Of(child).Output,
        [OfAnEnd[1].Id] = child.Id,
        [OfAnEnd[2].Id] = child.Status.ToString(),
        [OfAnEnd[3].Id] = child.SubStatus.ToString(),
    };

    /// <summary>A value that counts as workflow input inside; null if there is none of this name.</summary>
    public static JsonNode? Input(ActivityExecution? execution, string name)
    {
        for (; execution is not null; execution = execution.Parent)
        {
            if (execution.Iteration is { } values && OfAnEnd.FirstOrDefault(v => v.Name == name) is { } variable && values.TryGetValue(variable.Id, out var value))
                return value;
        }

        return null;
    }

    private static VariableDefinition Text(string name) =>
        new(char.ToLowerInvariant(name[0]) + name[1..] + "Variable", name, "String", IsArray: false, Value: null);

    public static Dictionary<string, JsonNode?> Of(JsonNode? value, int? index = null)
    {
        Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal) { [CurrentValue.Id] = value?.DeepClone() };
        if (index is { } position)
            values[CurrentIndex.Id] = position;
        return values;
    }
}
