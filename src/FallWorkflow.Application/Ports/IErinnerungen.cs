using FallWorkflow.Application.Erinnerungen;

namespace FallWorkflow.Application.Ports;

/// <summary>Reminders that wait for their delivery; a job's trigger is only a copy of these rows.</summary>
public interface IErinnerungen
{
    /// <summary>
    /// Undelivered reminders that are due at <paramref name="faelligAt"/> (process time), not held back at <paramref name="jetzt"/>
    /// (real time) and not given up, oldest first.
    /// </summary>
    Task<IReadOnlyList<Erinnerung>> FaelligeAsync(
        DateTimeOffset faelligAt, DateTimeOffset jetzt, int max, CancellationToken cancellation = default);

    /// <summary>
    /// The next that still have to be delivered and are due up to <paramref name="bis"/> (process time), in order of due instant and
    /// id: what lost triggers are rebuilt from.
    /// </summary>
    /// <param name="nach">The last one of the page before; null: from the beginning.</param>
    Task<IReadOnlyList<Erinnerungstermin>> OffeneAsync(
        DateTimeOffset bis, Erinnerungstermin? nach, int max, CancellationToken cancellation = default);

    /// <summary>Undelivered reminders whose attempts are used up, newest first; for operators.</summary>
    Task<IReadOnlyList<Erinnerung>> GescheiterteAsync(int max, CancellationToken cancellation = default);

    /// <summary>Earliest due instant of all undelivered reminders; null if none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);

    Task<Erinnerung?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>
    /// Begins an attempt: counts it and keeps everybody else off until <paramref name="bis"/> (real time). The attempt is
    /// counted before it is made, so that one that kills the process is not repeated for ever. On success the object carries
    /// the new state; false if somebody else has changed the row meanwhile.
    /// </summary>
    Task<bool> ClaimAsync(Erinnerung erinnerung, DateTimeOffset bis, CancellationToken cancellation = default);

    /// <summary>Marks as delivered; false if somebody else has changed it meanwhile.</summary>
    Task<bool> MarkDeliveredAsync(Erinnerung erinnerung, DateTimeOffset zugestelltAt, CancellationToken cancellation = default);

    /// <summary>Notes why an attempt failed; not tried again before <paramref name="fruehestensAm"/> (real time).</summary>
    Task<bool> MarkFailedAsync(Erinnerung erinnerung, string fehler, DateTimeOffset fruehestensAm, CancellationToken cancellation = default);

    /// <summary>Gives a reminder that was given up all its attempts again; false if it is not such a one.</summary>
    Task<bool> RetryAsync(Guid id, CancellationToken cancellation = default);
}

/// <summary>When a reminder has to be delivered.</summary>
/// <param name="FaelligAt">Process time.</param>
/// <param name="FruehestensAm">Real time, after a failed attempt or while one runs.</param>
public sealed record Erinnerungstermin(Guid Id, DateTimeOffset FaelligAt, DateTimeOffset? FruehestensAm);
