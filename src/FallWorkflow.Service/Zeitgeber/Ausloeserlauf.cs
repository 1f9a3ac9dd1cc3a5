using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Claims due triggers of processes that start at their own times, and fires each once. One that fails is given back with a
/// growing pause, and parked after <c>Timers:Attempts</c>; those whose last owner vanished come last and are counted beforehand,
/// as with timers (<see cref="Zeitgeberlauf"/>).
/// </summary>
internal sealed partial class Ausloeserlauf(
    IZeitausloeser ausloeser,
    FreieProzesse prozesse,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit,
    IFaultPoints faults,
    Einstellungen einstellungen,
    ILogger<Ausloeserlauf> logger)
{
    /// <summary>How long a stopping process takes to give back what it has not fired.</summary>
    private static readonly TimeSpan Rueckgabe = TimeSpan.FromSeconds(3);

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
            await GiveBackAsync(offen);
            throw;
        }

        return (stapel.Count, ausgeloest);
    }

    private async Task<bool> FireAsync(ClaimedTrigger trigger, CancellationToken cancellation)
    {
        try
        {
            if (trigger.Abandoned && !await CountAsync(trigger, cancellation))
                return false;
            faults.Reached($"{FaultPoints.BeforeFire}:{trigger.DefinitionId}");
            switch (await prozesse.FireTriggerAsync(trigger, cancellation))
            {
                case Ausloesung.Gestartet:
                    return true;
                case Ausloesung.Unbekannt:
                    // This node does not know the published version yet, or cannot start it; the occurrence must not be lost.
                    await FailAsync(trigger, Texte.Of("Ausloeser.Unbekannt", trigger.DefinitionId, trigger.ActivityId), cancellation);
                    break;
            }
        }
        catch (ConflictException)
        {
            await ausloeser.ReleaseAsync(trigger, echtzeit.GetUtcNow() + TimeSpan.FromMilliseconds(Random.Shared.Next(50, 250)), cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            LogFehlschlag(trigger.DefinitionId, trigger.ActivityId, e.GetType().Name, trigger.Attempts + 1, e);
            await FailAsync(trigger, $"{e.GetType().Name}: {e.Message}", cancellation);
        }

        return false;
    }

    /// <summary>False if there is nothing to fire: the trigger is parked now, or somebody else's.</summary>
    private async Task<bool> CountAsync(ClaimedTrigger trigger, CancellationToken cancellation)
    {
        if (trigger.Attempts < einstellungen.Versuche)
            return await ausloeser.CountAttemptAsync(trigger, cancellation);
        await ParkAsync(trigger, Texte.Of("Ausloeser.ProzessEndet", trigger.Attempts), cancellation);
        return false;
    }

    private async Task FailAsync(ClaimedTrigger trigger, string fehler, CancellationToken cancellation)
    {
        if (trigger.Attempts + 1 >= einstellungen.Versuche)
            await ParkAsync(trigger with { Attempts = trigger.Attempts + 1 }, fehler, cancellation);
        else
            await ausloeser.MarkFailedAsync(trigger, fehler, echtzeit.GetUtcNow() + Fehlpause.After(trigger.Attempts + 1), cancellation);
    }

    private async Task ParkAsync(ClaimedTrigger trigger, string grund, CancellationToken cancellation)
    {
        await ausloeser.ParkAsync(trigger, grund, echtzeit.GetUtcNow(), cancellation);
        LogGeparkt(trigger.DefinitionId, trigger.ActivityId, trigger.Attempts);
    }

    /// <summary>An orderly stop is no failure: nobody is to take these for abandoned.</summary>
    private async Task GiveBackAsync(IEnumerable<ClaimedTrigger> rest)
    {
        using var frist = new CancellationTokenSource(Rueckgabe);
        try
        {
            foreach (var trigger in rest)
                await ausloeser.ReleaseAsync(trigger, echtzeit.GetUtcNow(), frist.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or StoreUnavailableException or ConflictException)
        {
            // Their lease ends by itself.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Trigger {Aktivitaet} of process {Prozess} failed with {Fehler}, attempt {Versuch}.")]
    private partial void LogFehlschlag(string prozess, string aktivitaet, string fehler, int versuch, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Trigger {Aktivitaet} of process {Prozess} is parked after {Versuche} failed attempts; it waits for a person.")]
    private partial void LogGeparkt(string prozess, string aktivitaet, int versuche);
}
