using FallWorkflow.Application.Erinnerungen;

namespace FallWorkflow.Application.Ports;

/// <summary>Reminders that wait for their delivery; a job's trigger is only a copy of these rows.</summary>
public interface IErinnerungen
{
    /// <summary>Undelivered reminders that are due at <paramref name="faelligAt"/> (process time) and not held back at <paramref name="jetzt"/> (real time), oldest first.</summary>
    Task<IReadOnlyList<Erinnerung>> FaelligeAsync(
        DateTimeOffset faelligAt, DateTimeOffset jetzt, int max, CancellationToken cancellation = default);

    /// <summary>Earliest due instant of all undelivered reminders; null if none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);

    Task<Erinnerung?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Marks as delivered; false if somebody else has changed it meanwhile.</summary>
    Task<bool> MarkDeliveredAsync(Erinnerung erinnerung, DateTimeOffset zugestelltAt, CancellationToken cancellation = default);

    /// <summary>Counts a failed attempt; not tried again before <paramref name="fruehestensAm"/> (real time).</summary>
    Task<bool> MarkFailedAsync(Erinnerung erinnerung, string fehler, DateTimeOffset fruehestensAm, CancellationToken cancellation = default);
}
