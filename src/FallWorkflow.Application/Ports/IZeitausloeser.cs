using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Ports;

/// <summary>Processes that start at their own times: one row for each trigger, claimed by lease like timers.</summary>
public interface IZeitausloeser
{
    /// <summary>
    /// Claims up to <paramref name="max"/> triggers that are due at <paramref name="dueAt"/> (process time) and free at
    /// <paramref name="now"/> (real time), oldest first. A claim raises the fence.
    /// </summary>
    Task<IReadOnlyList<ClaimedTrigger>> ClaimAsync(
        DateTimeOffset dueAt, DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>Gives a claimed trigger back, to be tried again by anybody from <paramref name="notBefore"/> (real time).</summary>
    Task ReleaseAsync(ClaimedTrigger trigger, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>Earliest due instant; null if no process starts by itself.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Brings the rows of a definition in line with its published version: triggers that are gone go, new ones come, and those
    /// whose schedule is the same keep their grid. Harmless when repeated or done by two nodes at once.
    /// </summary>
    Task ReplaceAsync(string definitionId, IReadOnlyList<ScheduleTrigger> triggers, CancellationToken cancellation = default);
}

public sealed record ClaimedTrigger(string DefinitionId, string ActivityId, DateTimeOffset DueAt, long Fence);
