namespace FallWorkflow.Application.Ports;

/// <summary>Due timers, claimed in batches by lease.</summary>
public interface ITimerQueue : IClaims<ClaimedTimer>
{
    /// <summary>
    /// Claims up to <paramref name="max"/> timers that are due at <paramref name="dueAt"/> and free at <paramref name="now"/>,
    /// oldest first. A claim raises the fence; a former owner's commit then fails.
    /// </summary>
    /// <param name="dueAt">Process time (may be the test clock).</param>
    /// <param name="now">Real time, on all nodes the database's; leases never follow a test clock.</param>
    Task<IReadOnlyList<ClaimedTimer>> ClaimAsync(
        DateTimeOffset dueAt, DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>Earliest due instant of all timers that are not parked; null if none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);

    /// <summary>Parked timers, those parked first first.</summary>
    /// <param name="bueroId">Null: all offices, and timers of no Fall.</param>
    Task<IReadOnlyList<GeparkterZeitgeber>> ParkedAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default);

    /// <summary>Lets a parked timer be tried again. False if there is no such parked timer.</summary>
    Task<bool> UnparkAsync(string timerId, CancellationToken cancellation = default);
}

public sealed record ClaimedTimer(string Id, string CorrelationId, DateTimeOffset DueAt, long Fence, int Attempts = 0, bool Abandoned = false) : IClaimed;

/// <summary>A timer that is given up until a person says so.</summary>
/// <param name="Versuche">Failed attempts.</param>
/// <param name="Grund">What the last one failed with.</param>
public sealed record GeparkterZeitgeber(
    string Id, Guid? FallId, string? FallNummer, string? BueroId, string InstanceId, string ActivityId, DateTimeOffset FaelligAt,
    DateTimeOffset GeparktAt, int Versuche, string? Grund);
