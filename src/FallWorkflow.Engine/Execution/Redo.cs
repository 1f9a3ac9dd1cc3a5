using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// What a failed step was about to do: begin, go on by what had reached it, or (a container) take note of a child that had
/// come to its end. Kept with the execution, so that exactly this is done again.
/// </summary>
internal sealed class Redo
{
    private readonly JsonObject _json;

    private Redo(JsonObject json) => _json = json;

    /// <summary>The activity begins anew, with nothing of its failed run.</summary>
    public bool Begins => _json.Count == 0;

    /// <summary>Child instance whose end had reached the step; null if it was something else.</summary>
    public string? ChildInstance => (string?)_json["child"];

    public static Redo Of(ActivityExecution execution, Resumption? resumption)
    {
        if (resumption?.TimerName == RetryStrategy.Timer && execution.Redo is { } again)
            return again;
        var json = new JsonObject();
        if (execution.Started && resumption is not null)
        {
            if (resumption.Stimulus is { } stimulus)
                json["stimulus"] = StimulusJson.Write(stimulus);
            else if (resumption.Child is { } child)
                json["child"] = child.Id;
            else
                json["timer"] = resumption.TimerName;
        }

        return new Redo(json);
    }

    public static Redo Of(ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        var left = new JsonObject
        {
            ["id"] = child.Id,
            ["a"] = child.Node.Key,
            ["o"] = new JsonArray([.. outcomes.Select(o => (JsonNode)o)]),
        };
        if (child.Backward)
            left["back"] = true;
        return new Redo(new JsonObject { ["left"] = new JsonArray(left) });
    }

    /// <summary>Another child came to its end while the container could not take note of it.</summary>
    public void Also(ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (_json["left"] is not JsonArray lefts)
            _json["left"] = lefts = [];
        lefts.Add(Of(child, outcomes)._json["left"]!.AsArray()[0]!.DeepClone());
    }

    /// <summary>More than one child is to be taken note of.</summary>
    public bool HasOthers => _json["left"] is JsonArray { Count: > 1 };

    /// <summary>The first child has been taken note of.</summary>
    public void Done() => _json["left"]!.AsArray().RemoveAt(0);

    public static Redo FromJson(JsonObject json) => new((JsonObject)json.DeepClone());

    public JsonObject ToJson() => _json;

    /// <summary>The child that the container is to take note of next, with its outcomes; null if the step was another.</summary>
    public (ActivityExecution Child, IReadOnlyList<string> Outcomes)? NextLeft(InstanceRun run, ActivityExecution container)
    {
        if (_json["left"] is not JsonArray { Count: > 0 } lefts || lefts[0] is not JsonObject left || run.Plan.Find((string)left["a"]!) is not { } node)
            return null;
        var child = new ActivityExecution
        {
            Id = (string)left["id"]!,
            Node = node,
            Parent = container,
            Backward = left["back"] is not null,
            Started = true,
            StartJournaled = true,
            Ended = true,
        };
        return (child, [.. left["o"]!.AsArray().Select(o => (string)o!)]);
    }

    public Resumption Resumption(WorkflowInstance? child) => new(
        _json["stimulus"] is JsonObject stimulus ? StimulusJson.Read(stimulus) : null, (string?)_json["timer"], child);
}
