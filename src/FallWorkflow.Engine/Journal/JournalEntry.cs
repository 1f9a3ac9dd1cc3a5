namespace FallWorkflow.Engine.Journal;

/// <summary>One line of the append-only history of an instance; <see cref="Sequence"/> starts at 1 and has no gaps.</summary>
public sealed class JournalEntry
{
    public required string InstanceId { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="JournalKinds"/> or a kind that an activity of the host names.</summary>
    public required string Kind { get; init; }

    public string? CorrelationId { get; init; }

    public string? ActivityId { get; init; }

    public string? ActivityType { get; init; }

    public string? ExecutionId { get; init; }

    /// <summary>Details as JSON; null if there are none.</summary>
    public string? Data { get; init; }
}
