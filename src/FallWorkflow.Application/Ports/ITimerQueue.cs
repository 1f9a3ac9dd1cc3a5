namespace FallWorkflow.Application.Ports;

/// <summary>Due timers, claimed in batches by lease.</summary>
public interface ITimerQueue
{
    /// <summary>
    /// Claims up to <paramref name="max"/> timers that are due at <paramref name="dueAt"/> and free at <paramref name="now"/>,
    /// oldest first. A claim raises the fence; a former owner's commit then fails.
    /// </summary>
    /// <param name="dueAt">Process time (may be the test clock).</param>
    /// <param name="now">Real time; leases never follow a test clock.</param>
    Task<IReadOnlyList<ClaimedTimer>> ClaimAsync(
        DateTimeOffset dueAt, DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>Gives a claimed timer back, to be tried again by anybody from <paramref name="notBefore"/> (real time).</summary>
    Task ReleaseAsync(ClaimedTimer timer, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>Earliest due instant of all timers; null if none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);
}

public sealed record ClaimedTimer(string Id, string CorrelationId, DateTimeOffset DueAt, long Fence);
