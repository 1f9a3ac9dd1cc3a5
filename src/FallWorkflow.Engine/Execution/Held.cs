using System.Text.Json.Nodes;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// Something that came while an instance stood still because of an incident. A stimulus for a stopped
/// instance finds its receivers when it is delivered; everything else belongs to one execution.
/// </summary>
internal sealed record Held(Stimulus? Stimulus = null, string? ExecutionId = null, string? TimerName = null, DateTimeOffset? DueAt = null, string? ChildId = null)
{
    public bool Reaches(Bookmark bookmark) =>
        Stimulus is not null && bookmark.Stimulus == Stimulus.Name
        && (bookmark.Key is null || bookmark.Key == Stimulus.Key)
        && (ExecutionId is null || bookmark.ExecutionId == ExecutionId);

    public static Held Of(WorkflowTimer timer) => new(ExecutionId: timer.ExecutionId, TimerName: timer.Name, DueAt: timer.DueAt);

    public static Held Of(ActivityExecution waiting, WorkflowInstance child) => new(ExecutionId: waiting.Id, ChildId: child.Id);

    public static Held FromJson(JsonObject json) => new(
        json["stimulus"] is JsonObject stimulus ? StimulusJson.Read(stimulus) : null,
        (string?)json["x"],
        (string?)json["timer"],
        json["due"]?.GetValue<DateTimeOffset>(),
        (string?)json["child"]);

    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (Stimulus is not null)
            json["stimulus"] = StimulusJson.Write(Stimulus);
        if (ExecutionId is not null)
            json["x"] = ExecutionId;
        if (TimerName is not null)
            json["timer"] = TimerName;
        if (DueAt is { } due)
            json["due"] = due;
        if (ChildId is not null)
            json["child"] = ChildId;
        return json;
    }
}
