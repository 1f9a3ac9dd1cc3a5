using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Ports;

/// <summary>Processes that start at their own times: one row for each trigger, claimed by lease like timers.</summary>
public interface IZeitausloeser : IClaims<ClaimedTrigger>
{
    /// <summary>
    /// Claims up to <paramref name="max"/> triggers that are due at <paramref name="dueAt"/> (process time) and free at
    /// <paramref name="now"/> (real time), oldest first. A claim raises the fence.
    /// </summary>
    Task<IReadOnlyList<ClaimedTrigger>> ClaimAsync(
        DateTimeOffset dueAt, DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>Parked triggers, those parked first first; at most one for each activity that starts a process.</summary>
    Task<IReadOnlyList<GeparkterAusloeser>> ParkedAsync(CancellationToken cancellation = default);

    /// <summary>Lets a parked trigger be tried again. False if there is no such parked trigger.</summary>
    Task<bool> UnparkAsync(string definitionId, string activityId, CancellationToken cancellation = default);

    /// <summary>Earliest due instant of all triggers that are not parked; null if no process starts by itself.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Brings the rows of a definition in line with its published version: triggers that are gone go, new ones come, and those
    /// whose schedule is the same keep their grid. Harmless when repeated or done by two nodes at once.
    /// </summary>
    Task ReplaceAsync(string definitionId, IReadOnlyList<ScheduleTrigger> triggers, CancellationToken cancellation = default);
}

public sealed record ClaimedTrigger(
    string DefinitionId, string ActivityId, DateTimeOffset DueAt, long Fence, int Attempts = 0, bool Abandoned = false) : IClaimed;

/// <summary>A trigger that is given up until a person says so.</summary>
/// <param name="Versuche">Failed attempts.</param>
/// <param name="Grund">What the last one failed with.</param>
public sealed record GeparkterAusloeser(
    string DefinitionId, string ActivityId, DateTimeOffset FaelligAt, DateTimeOffset GeparktAt, int Versuche, string? Grund);
