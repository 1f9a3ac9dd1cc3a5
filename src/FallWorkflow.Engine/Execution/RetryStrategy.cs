using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// How an activity that failed is tried again by itself, from <c>customProperties.resilienceStrategy</c>. The names are
/// those of Elsa's resilience strategies; the values stand in the activity, not in the configuration of a server.
/// </summary>
internal sealed record RetryStrategy(int MaxRetryAttempts, TimeSpan Delay, string BackoffType, TimeSpan MaxDelay)
{
    /// <summary>Name of the timer that a waiting retry is.</summary>
    public const string Timer = WorkflowTimer.Retry;

    public const string Property = "resilienceStrategy";

    public const int MostAttempts = 100;

    public static readonly string[] BackoffTypes = ["Constant", "Linear", "Exponential"];

    /// <summary>The settings as an editor shows them.</summary>
    public static readonly IReadOnlyList<InputDescriptor> Settings =
    [
        new("maxRetryAttempts", "Int32", "Wiederholungen", $"Wie oft der Schritt nach einem Fehlschlag von selbst wiederholt wird, 1 bis {MostAttempts}; ohne Angabe gar nicht.", Required: true),
        new("delay", "TimeSpan", "Pause", "Pause vor der ersten Wiederholung; ohne Angabe eine Minute (00:01:00)."),
        new("backoffType", "String", "Folgende Pausen", "Constant: gleich lang; Linear: jedes Mal um die erste Pause länger; Exponential (ohne Angabe): jedes Mal doppelt so lang.", Options: BackoffTypes),
        new("maxDelay", "TimeSpan", "Längste Pause", "Länger wird keine Pause; ohne Angabe ein Tag (1.00:00:00)."),
    ];

    public static readonly string[] Names = [.. Settings.Select(s => s.Name)];

    private static readonly TimeSpan DefaultDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DefaultMaxDelay = TimeSpan.FromDays(1);

    /// <summary>Null if the activity has none, or one that cannot be understood (publishing refuses it).</summary>
    public static RetryStrategy? Of(ActivityDefinition activity)
    {
        if (Source(activity) is not { } source)
            return null;
        var attempts = JsonShape.Whole(source, "maxRetryAttempts") ?? 0;
        var backoff = JsonShape.Text(source, "backoffType") ?? "Exponential";
        if (attempts is < 1 or > MostAttempts || !BackoffTypes.Contains(backoff)
            || Span(source, "delay", DefaultDelay) is not { } delay || Span(source, "maxDelay", DefaultMaxDelay) is not { } max)
            return null;
        return new RetryStrategy(attempts, delay, backoff, max);
    }

    public static JsonObject? Source(ActivityDefinition activity) =>
        JsonShape.Property(activity.Source, "customProperties") is JsonObject custom ? JsonShape.Property(custom, Property) as JsonObject : null;

    /// <param name="failures">Failed runs so far, from 1.</param>
    public TimeSpan DelayAfter(int failures)
    {
        var factor = BackoffType switch
        {
            "Constant" => 1,
            "Linear" => failures,
            _ => Math.Pow(2, failures - 1),
        };
        var delay = Delay.TotalSeconds * factor;
        return delay < MaxDelay.TotalSeconds ? TimeSpan.FromSeconds(delay) : MaxDelay;
    }

    /// <summary>Null if the text is no positive span in the strict form.</summary>
    private static TimeSpan? Span(JsonObject source, string name, TimeSpan standard)
    {
        if (JsonShape.Text(source, name) is not { } text)
            return standard;
        return ValueConversion.TryTimeSpan(text, out var span) && span > TimeSpan.Zero ? span : null;
    }
}
