using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Timers;

/// <summary>An activity under way, and what the instance's state says it waits for; read without running anything.</summary>
/// <param name="Timers">Timers that must be in the store.</param>
/// <param name="WaitsForNothing">Neither timer nor bookmark nor child: nothing will ever resume it. Faulted ones wait for a person.</param>
public sealed record OpenExecution(string ExecutionId, string ActivityId, int Timers, bool WaitsForNothing)
{
    /// <summary>Whether an instance runs, or was stopped by an incident and can go on: only then may it have timers.</summary>
    public static bool MayHaveTimers(WorkflowInstance instance) =>
        instance.Status == WorkflowStatus.Running || instance.SubStatus == WorkflowSubStatus.Faulted;

    /// <summary>All open executions of an instance; none if it has ended.</summary>
    public static IReadOnlyList<OpenExecution> Of(WorkflowInstance instance)
    {
        if (!MayHaveTimers(instance) || (JsonNode.Parse(instance.StateJson) as JsonObject)?["open"] is not JsonArray open)
            return [];
        var containers = open.Select(e => e!["p"]?.GetValue<string>()).ToHashSet();
        return [.. open.Select(e =>
        {
            var id = e!["id"]!.GetValue<string>();
            var timers = e["t"]?.GetValue<int>() ?? 0;
            return new OpenExecution(
                id, e["a"]!.GetValue<string>(), timers,
                timers == 0 && e["b"] is null && e["c"] is null && e["f"] is null && !containers.Contains(id));
        })];
    }
}
