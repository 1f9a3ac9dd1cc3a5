namespace FallWorkflow.Engine.Timers;

/// <summary>
/// A published definition that starts by itself, as a row. Workers claim due rows by lease like timers; firing starts an
/// instance and moves the row to its next occurrence in one transaction.
/// </summary>
public sealed class ScheduleTrigger : ILeased
{
    public required string DefinitionId { get; init; }

    /// <summary>The Timer, Cron or StartAt activity flagged canStartWorkflow.</summary>
    public required string ActivityId { get; init; }

    /// <summary>See <see cref="TriggerSchedule"/>.</summary>
    public required string Schedule { get; set; }

    /// <summary>UTC instant of the next occurrence; null if there is none any more (a StartAt that has fired).</summary>
    public DateTimeOffset? DueAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public long Fence { get; set; }

    /// <summary>Failed attempts at the occurrence that is due: starts that failed as a whole, and processes that ended on it.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last failed attempt failed with; for operators.</summary>
    public string? LastError { get; set; }

    /// <summary>Since when it is given up and waits for a person (real time); null while it is tried.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>
    /// The misfire rule: however many occurrences were missed, the trigger has fired once and goes on in its grid after
    /// <paramref name="now"/>.
    /// </summary>
    public void Fired(DateTimeOffset now) => DueAt = TriggerSchedule.Parse(Schedule).NextAfter(DueAt ?? now, now);
}
