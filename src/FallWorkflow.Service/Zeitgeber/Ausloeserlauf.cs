using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Claims due triggers of processes that start at their own times, and fires each once. One that fails is given back with a
/// growing pause, and parked after <c>Timers:Attempts</c>; those whose last owner vanished come last and are counted beforehand,
/// as with timers (<see cref="Zeitgeberlauf"/>).
/// </summary>
internal sealed class Ausloeserlauf(
    IZeitausloeser ausloeser,
    FreieProzesse prozesse,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit,
    IFaultPoints faults,
    Einstellungen einstellungen,
    ILogger<Ausloeserlauf> logger)
{
    private readonly Versuche<ClaimedTrigger> _versuche =
        new(ausloeser, echtzeit, einstellungen, logger, t => $"Trigger {t.ActivityId} of process {t.DefinitionId}", "Ausloeser.ProzessEndet");

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Claims and fires what is due; tells how many were claimed and how many of them started a process.</summary>
    /// <param name="dueAt">Process time.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; claimed triggers come back when their lease ends.</exception>
    public async Task<(int Beansprucht, int Ausgeloest)> RunBatchAsync(DateTimeOffset dueAt, CancellationToken cancellation)
    {
        var beginn = echtzeit.GetUtcNow();
        var stapel = await ausloeser.ClaimAsync(dueAt, beginn, _owner, einstellungen.Lease, einstellungen.Stapel, cancellation);
        var offen = new Queue<ClaimedTrigger>(stapel.OrderBy(t => t.Abandoned).ThenBy(t => t.Attempts));
        var ausgeloest = 0;
        try
        {
            // After the lease another worker may have the rest.
            while (offen.Count > 0 && echtzeit.GetUtcNow() < beginn + einstellungen.Lease)
            {
                cancellation.ThrowIfCancellationRequested();
                ausgeloest += await FireAsync(offen.Dequeue(), cancellation) ? 1 : 0;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await _versuche.GiveBackAsync(offen);
            throw;
        }

        return (stapel.Count, ausgeloest);
    }

    private Task<bool> FireAsync(ClaimedTrigger trigger, CancellationToken cancellation) => _versuche.TryAsync(trigger, async () =>
    {
        faults.Reached($"{FaultPoints.BeforeFire}:{trigger.DefinitionId}");
        var ausloesung = await prozesse.FireTriggerAsync(trigger, cancellation);

        // This node does not know the published version yet, or cannot start it; the occurrence must not be lost.
        if (ausloesung == Ausloesung.Unbekannt)
            await _versuche.FailAsync(trigger, Texte.Of("Ausloeser.Unbekannt", trigger.DefinitionId, trigger.ActivityId), cancellation);
        return ausloesung == Ausloesung.Gestartet;
    }, cancellation);
}
