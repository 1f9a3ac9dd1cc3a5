namespace FallWorkflow.Engine.Timers;

/// <summary>
/// A timer is a row. The loop never arms an operating-system timer further than one hour ahead.
/// Workers claim due rows by lease; <see cref="Fence"/> grows with every claim, so that a frozen owner cannot write.
/// </summary>
public sealed class WorkflowTimer : ILeased
{
    /// <summary>Name of the timer by which an activity that failed waits for its next attempt.</summary>
    public const string Retry = "$retry";

    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    public required string ExecutionId { get; init; }

    public required string ActivityId { get; set; }

    /// <summary>Distinguishes several timers of one activity execution.</summary>
    public required string Name { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>UTC instant from which the timer may fire; late firing is normal, early firing is a defect.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How <see cref="DueAt"/> was computed, opaque to the engine; null for plain delays.</summary>
    public string? Rule { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public long Fence { get; set; }

    /// <summary>Failed attempts to fire since the timer was armed or moved: bursts that failed as a whole, and processes that ended on it.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last failed attempt failed with; for operators.</summary>
    public string? LastError { get; set; }

    /// <summary>Since when the timer is given up and waits for a person (real time); null while it is tried.</summary>
    public DateTimeOffset? ParkedAt { get; set; }
}
