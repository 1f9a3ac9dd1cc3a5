using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Execution;

/// <summary>What a host may read from the stored state of an instance, whose form belongs to the engine.</summary>
/// <param name="Variables">Workflow variables by variable id.</param>
/// <param name="OpenActivities">Ids of the activities under way, containers included, outer ones first; failed ones are not.</param>
/// <param name="CanContinue">Whether there is something open, failed or not, from which the instance can go on.</param>
public sealed record InstanceSnapshot(
    JsonObject Variables,
    JsonObject Input,
    JsonObject Output,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<string> OpenActivities,
    bool CanContinue)
{
    /// <summary>What waits: for an event, a timer or another process. Containers around it do not count.</summary>
    public IReadOnlyList<WaitingStep> Waiting { get; private init; } = [];

    public static InstanceSnapshot Of(WorkflowInstance instance)
    {
        var state = JsonNode.Parse(instance.StateJson) as JsonObject ?? [];
        return new InstanceSnapshot(
            state["vars"]?.DeepClone() as JsonObject ?? [],
            state["in"]?.DeepClone() as JsonObject ?? [],
            state["out"]?.DeepClone() as JsonObject ?? [],
            [.. InstanceState.ReadIncidents(state)],
            [.. (state["open"] as JsonArray ?? []).Where(x => x!["f"] is null).Select(x => x!["a"]!.GetValue<string>())],
            state["open"] is JsonArray { Count: > 0 })
        {
            Waiting =
            [
                .. (state["open"] as JsonArray ?? []).Where(x => x!["f"] is null && (x["b"] is not null || x["t"] is not null || x["c"] is not null))
                    .Select(x => new WaitingStep(x!["id"]!.GetValue<string>(), x["a"]!.GetValue<string>())),
            ],
        };
    }
}

/// <param name="ExecutionId">This visit of the activity.</param>
/// <param name="ActivityId">The activity; for one inside a workflow that is used as an activity, the way to it.</param>
public sealed record WaitingStep(string ExecutionId, string ActivityId);
