using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Trials;

/// <summary>
/// What a definition is tried with. As JSON: <c>title</c>, <c>input</c>, <c>correlationId</c>, <c>start</c> (a step that
/// takes the place of the start) and <c>steps</c>; a step is one of <c>{"event", "payload"?, "correlationId"?}</c>,
/// <c>{"task", "result"?}</c>, <c>{"timePasses": "[d.]hh:mm:ss"}</c>, <c>{"cancel": true}</c> and
/// <c>{"startWorkflow", "correlationId"?, "input"?}</c>. Other properties are notes.
/// </summary>
public sealed record TrialCase
{
    public string Title { get; init; } = "";

    public JsonObject? Input { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>The instance is started by this step, for example by an event, and not directly; null starts it directly.</summary>
    public TrialStep? Start { get; init; }

    public IReadOnlyList<TrialStep> Steps { get; init; } = [];

    /// <exception cref="TrialFormatException">The text is no case.</exception>
    public static TrialCase Parse(string json)
    {
        JsonObject source;
        try
        {
            source = JsonNode.Parse(json, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }) as JsonObject
                ?? throw new TrialFormatException("", Shortened(json));
            // A property written twice is noticed only when the object is looked into.
            _ = source.Count;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new TrialFormatException("", e.Message, e);
        }

        return new TrialCase
        {
            Title = Text(source, "", "title") ?? "",
            Input = Members(source, "", "input"),
            CorrelationId = Text(source, "", "correlationId"),
            Start = source["start"] is { } start ? Step(start, "start") : null,
            Steps = source["steps"] switch
            {
                null => [],
                JsonArray list => [.. list.Select((step, i) => Step(step, $"steps[{i.ToString(CultureInfo.InvariantCulture)}]"))],
                var other => throw new TrialFormatException("steps", Shortened(other.ToJsonString())),
            },
        };
    }

    private static TrialStep Step(JsonNode? node, string path)
    {
        if (node is not JsonObject step)
            throw new TrialFormatException(path, Shortened(node?.ToJsonString() ?? "null"));
        if (Text(step, path, "event") is { } name)
            return new TrialStep.EventPublished(name, step["payload"]?.DeepClone(), Text(step, path, "correlationId"));
        if (Text(step, path, "task") is { } task)
            return new TrialStep.TaskDone(task, step["result"]?.DeepClone());
        if (Text(step, path, "timePasses") is { } span)
        {
            return TimeSpan.TryParseExact(span, "c", CultureInfo.InvariantCulture, out var passes) && passes >= TimeSpan.Zero && span.Contains(':', StringComparison.Ordinal)
                ? new TrialStep.TimePasses(passes)
                : throw new TrialFormatException($"{path}.timePasses", span);
        }

        if (step["cancel"] is JsonValue cancel && cancel.TryGetValue<bool>(out var cancelled) && cancelled)
            return new TrialStep.Cancelled();
        if (Text(step, path, "startWorkflow") is { } definitionId)
            return new TrialStep.WorkflowStarted(definitionId, Text(step, path, "correlationId"), Members(step, path, "input"));
        throw new TrialFormatException(path, Shortened(step.ToJsonString()));
    }

    private static string? Text(JsonObject source, string path, string name) => source[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => throw new TrialFormatException(Join(path, name), Shortened(other.ToJsonString())),
    };

    private static JsonObject? Members(JsonObject source, string path, string name) => source[name] switch
    {
        null => null,
        JsonObject members => (JsonObject)members.DeepClone(),
        var other => throw new TrialFormatException(Join(path, name), Shortened(other.ToJsonString())),
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
