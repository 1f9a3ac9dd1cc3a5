using System.Collections.Concurrent;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Claims due triggers of processes that start at their own times, and fires each once. One that fails is given back with a
/// growing pause.
/// </summary>
internal sealed partial class Ausloeserlauf(
    IZeitausloeser ausloeser,
    FreieProzesse prozesse,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit,
    Einstellungen einstellungen,
    ILogger<Ausloeserlauf> logger)
{
    private static readonly TimeSpan ErstePause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LaengstePause = TimeSpan.FromHours(1);

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<(string, string), int> _fehlschlaege = new();

    /// <summary>Claims and fires what is due; tells how many were claimed and how many of them started a process.</summary>
    /// <param name="dueAt">Process time.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; claimed triggers come back when their lease ends.</exception>
    public async Task<(int Beansprucht, int Ausgeloest)> RunBatchAsync(DateTimeOffset dueAt, CancellationToken cancellation)
    {
        var beginn = echtzeit.GetUtcNow();
        var stapel = await ausloeser.ClaimAsync(dueAt, beginn, _owner, einstellungen.Lease, einstellungen.Stapel, cancellation);
        var ausgeloest = 0;
        foreach (var trigger in stapel)
        {
            if (echtzeit.GetUtcNow() >= beginn + einstellungen.Lease)
                break; // Another worker may have the rest by now.
            if (await FireAsync(trigger, cancellation))
                ausgeloest++;
        }

        return (stapel.Count, ausgeloest);
    }

    private async Task<bool> FireAsync(ClaimedTrigger trigger, CancellationToken cancellation)
    {
        var schluessel = (trigger.DefinitionId, trigger.ActivityId);
        try
        {
            var gestartet = await prozesse.FireTriggerAsync(trigger, cancellation);
            _fehlschlaege.TryRemove(schluessel, out _);
            return gestartet;
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            var n = _fehlschlaege.AddOrUpdate(schluessel, 1, (_, bisher) => bisher + 1);
            var pause = ErstePause * Math.Pow(2, Math.Min(n - 1, 20));
            pause = pause < LaengstePause ? pause : LaengstePause;
            LogFehlschlag(trigger.DefinitionId, trigger.ActivityId, e.GetType().Name, pause, e);
            await ausloeser.ReleaseAsync(trigger, echtzeit.GetUtcNow() + pause, cancellation);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Trigger {Aktivitaet} of process {Prozess} failed with {Fehler}; next try in {Pause}.")]
    private partial void LogFehlschlag(string prozess, string aktivitaet, string fehler, TimeSpan pause, Exception exception);
}
