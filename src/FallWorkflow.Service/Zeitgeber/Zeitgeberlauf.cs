using System.Collections.Concurrent;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Claims due timers and fires them, a batch at a time. A timer that fails is given back with a growing pause, so that it
/// keeps nobody else from their turn, and is parked after <c>Timers:Attempts</c>. Timers whose last owner vanished may have
/// ended that process: they come last, one at a time and each counted beforehand, so that the guilty one is found out and
/// its neighbours are not parked with it.
/// </summary>
internal sealed class Zeitgeberlauf(
    ITimerQueue timers,
    FallService faelle,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit,
    IFaultPoints faults,
    Einstellungen einstellungen,
    ILogger<Zeitgeberlauf> logger)
{
    private readonly Versuche<ClaimedTimer> _versuche =
        new(timers, echtzeit, einstellungen, logger, t => $"Timer {t.Id} of {t.CorrelationId}", "Zeitgeber.ProzessEndet");

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Claims and fires one batch; tells how many were claimed and how many of them fired.</summary>
    /// <param name="dueAt">Process time.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; claimed timers come back when their lease ends.</exception>
    public async Task<(int Beansprucht, int Ausgeloest)> RunBatchAsync(DateTimeOffset dueAt, CancellationToken cancellation)
    {
        var seit = echtzeit.GetTimestamp();
        var stapel = await ClaimAsync(dueAt, cancellation);
        var unberuehrt = new ConcurrentDictionary<string, ClaimedTimer>(stapel.Select(t => KeyValuePair.Create(t.Id, t)));
        var ausgeloest = 0;

        // Timers of one Fall follow each other in order of their due instants; different Faelle run side by side.
        var gruppen = stapel.GroupBy(t => t.CorrelationId).ToLookup(g => g.Any(t => t.Abandoned));
        try
        {
            await Parallel.ForEachAsync(
                gruppen[false],
                new ParallelOptions { MaxDegreeOfParallelism = einstellungen.Gleichzeitig, CancellationToken = cancellation },
                async (gruppe, abbruch) => await FireAllAsync(gruppe, abbruch));
            foreach (var gruppe in gruppen[true].OrderBy(g => g.Max(t => t.Attempts)))
                await FireAllAsync(gruppe, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await _versuche.GiveBackAsync(unberuehrt.Values);
            throw;
        }

        return (stapel.Count, ausgeloest);

        async Task FireAllAsync(IEnumerable<ClaimedTimer> gruppe, CancellationToken abbruch)
        {
            foreach (var timer in gruppe)
            {
                abbruch.ThrowIfCancellationRequested();
                unberuehrt.TryRemove(timer.Id, out _);
                // Another worker may have it by now; its fence decides.
                if (echtzeit.GetElapsedTime(seit) < einstellungen.Lease && await FireAsync(timer, abbruch))
                    Interlocked.Increment(ref ausgeloest);
            }
        }
    }

    private async Task<IReadOnlyList<ClaimedTimer>> ClaimAsync(DateTimeOffset dueAt, CancellationToken cancellation)
    {
        try
        {
            return await timers.ClaimAsync(dueAt, echtzeit.GetUtcNow(), _owner, einstellungen.Lease, einstellungen.Stapel, cancellation);
        }
        catch (ConflictException)
        {
            // The database let another worker go first (a deadlock); what is left is claimed by the next look.
            return [];
        }
    }

    private Task<bool> FireAsync(ClaimedTimer timer, CancellationToken cancellation) => _versuche.TryAsync(timer, async () =>
    {
        faults.Reached(FaultPoints.BeforeFire);
        faults.Reached($"{FaultPoints.BeforeFire}:{timer.CorrelationId}");
        if (await faelle.FireTimerAsync(timer, cancellation))
            return true;

        // Gone, and then this changes nothing; or it cannot be fired for a reason that does not pass by itself.
        await _versuche.FailAsync(timer, Texte.Of("Zeitgeber.NichtAusgeloest"), cancellation);
        return false;
    }, cancellation);
}
