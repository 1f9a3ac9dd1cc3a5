using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Trials;

/// <summary>How the first instance of the tried definition stands after a step.</summary>
/// <param name="Status">Null while no instance exists.</param>
/// <param name="Lines">What WriteLine wrote in all instances since the start.</param>
/// <param name="WaitingFor">What the instance waits for; <c>activity</c> names the type, the rest what it waits for.</param>
/// <param name="StuckAt">Activities that wait for a branch nobody took, if the instance can never go on; else empty.</param>
/// <param name="FinalVariables">The workflow's variables by name.</param>
/// <param name="Name">Name of the instance, if it was given one.</param>
public sealed record TrialSnapshot(
    WorkflowStatus? Status,
    WorkflowSubStatus? SubStatus,
    IReadOnlyList<string> Lines,
    IReadOnlyList<JsonObject> WaitingFor,
    IReadOnlyList<string> StuckAt,
    JsonObject Output,
    IReadOnlyList<Incident> Incidents,
    JsonObject FinalVariables,
    string? Name,
    string? CorrelationId)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["status"] = Status?.ToString(),
            ["subStatus"] = SubStatus?.ToString(),
            ["lines"] = new JsonArray([.. Lines.Select(l => JsonValue.Create(l))]),
            ["waitingFor"] = new JsonArray([.. WaitingFor.Select(w => w.DeepClone())]),
            ["output"] = Output.DeepClone(),
            ["incidents"] = new JsonArray([.. Incidents.Select(i => new JsonObject
            {
                ["activity"] = i.ActivityId,
                ["type"] = i.ActivityType,
                ["message"] = i.Message,
                ["exception"] = i.Exception,
            })]),
            ["finalVariables"] = FinalVariables.DeepClone(),
        };
        if (StuckAt.Count > 0)
            json["stuckAt"] = new JsonArray([.. StuckAt.Select(a => JsonValue.Create(a))]);
        if (!string.IsNullOrEmpty(Name))
            json["name"] = Name;
        if (CorrelationId is not null)
            json["correlationId"] = CorrelationId;
        return json;
    }
}
