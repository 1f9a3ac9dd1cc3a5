using System.Collections.Concurrent;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Claims due timers and fires them, a batch at a time. A timer that fails is given back with a growing pause, so that it
/// keeps nobody else from their turn.
/// </summary>
internal sealed partial class Zeitgeberlauf(
    ITimerQueue timers,
    FallService faelle,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit,
    Einstellungen einstellungen,
    ILogger<Zeitgeberlauf> logger)
{
    private static readonly TimeSpan ErstePause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LaengstePause = TimeSpan.FromHours(1);

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, int> _fehlschlaege = new();

    /// <summary>Claims and fires one batch; tells how many were claimed and how many of them fired.</summary>
    /// <param name="dueAt">Process time.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; claimed timers come back when their lease ends.</exception>
    public async Task<(int Beansprucht, int Ausgeloest)> RunBatchAsync(DateTimeOffset dueAt, CancellationToken cancellation)
    {
        var beginn = echtzeit.GetUtcNow();
        var stapel = await timers.ClaimAsync(dueAt, beginn, _owner, einstellungen.Lease, einstellungen.Stapel, cancellation);
        var ausgeloest = 0;

        // Timers of one Fall follow each other in order of their due instants; different Faelle run side by side.
        await Parallel.ForEachAsync(
            stapel.GroupBy(t => t.CorrelationId),
            new ParallelOptions { MaxDegreeOfParallelism = einstellungen.Gleichzeitig, CancellationToken = cancellation },
            async (gruppe, abbruch) =>
            {
                foreach (var timer in gruppe)
                {
                    if (await FireAsync(timer, beginn + einstellungen.Lease, abbruch))
                        Interlocked.Increment(ref ausgeloest);
                }
            });
        return (stapel.Count, ausgeloest);
    }

    private async Task<bool> FireAsync(ClaimedTimer timer, DateTimeOffset leaseEnde, CancellationToken cancellation)
    {
        var jetzt = echtzeit.GetUtcNow();
        if (jetzt >= leaseEnde)
            return false; // Another worker may have it by now; its fence decides.

        try
        {
            if (await faelle.FireTimerAsync(timer, cancellation))
            {
                _fehlschlaege.TryRemove(timer.Id, out _);
                return true;
            }

            // Gone or not due after all: nothing to do. Should it still be there, it must not be claimed without end.
            await timers.ReleaseAsync(timer, jetzt + Pause(timer.Id), cancellation);
        }
        catch (ConflictException)
        {
            await timers.ReleaseAsync(timer, jetzt + TimeSpan.FromMilliseconds(Random.Shared.Next(50, 250)), cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            var pause = Pause(timer.Id);
            LogFehlschlag(timer.Id, timer.CorrelationId, e.GetType().Name, pause, e);
            await timers.ReleaseAsync(timer, jetzt + pause, cancellation);
        }

        return false;
    }

    /// <summary>2 s, doubled with every failure, up to one hour.</summary>
    private TimeSpan Pause(string timerId)
    {
        var n = _fehlschlaege.AddOrUpdate(timerId, 1, (_, bisher) => bisher + 1);
        var pause = ErstePause * Math.Pow(2, Math.Min(n - 1, 20));
        return pause < LaengstePause ? pause : LaengstePause;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Timer} of {Korrelation} failed with {Fehler}; next try in {Pause}.")]
    private partial void LogFehlschlag(string timer, string korrelation, string fehler, TimeSpan pause, Exception exception);
}
