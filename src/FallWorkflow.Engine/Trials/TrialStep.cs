using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Trials;

/// <summary>One thing that happens from outside while a definition is tried.</summary>
public abstract record TrialStep
{
    private TrialStep()
    {
    }

    /// <summary>An event is published; without correlation id it reaches everybody.</summary>
    public sealed record EventPublished(string Name, JsonNode? Payload, string? CorrelationId) : TrialStep;

    /// <summary>The RunTask of this name that has waited longest is reported as done; nothing happens if none waits.</summary>
    public sealed record TaskDone(string Name, JsonNode? Result) : TrialStep;

    /// <summary>Virtual time passes; every timer fires at its own instant.</summary>
    public sealed record TimePasses(TimeSpan Span) : TrialStep;

    /// <summary>The first instance of the tried definition is cancelled.</summary>
    public sealed record Cancelled : TrialStep;

    /// <summary>Another instance is started.</summary>
    public sealed record WorkflowStarted(string DefinitionId, string? CorrelationId, JsonObject? Input) : TrialStep;
}
