namespace FallWorkflow.Engine.Timers;

/// <summary>
/// A timer is a row. The loop never arms an operating-system timer further than one hour ahead.
/// Workers claim due rows by lease; <see cref="Fence"/> grows with every claim, so that a frozen owner cannot write.
/// </summary>
public sealed class WorkflowTimer
{
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
}
