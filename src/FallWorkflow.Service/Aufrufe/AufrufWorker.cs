using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Aufrufe;

/// <summary>
/// Sends the requests that processes left behind with their commit, outside of any transaction, and delivers the answers. A
/// request whose worker dies is sent again with the same key; its answer counts once. One whose answer cannot be delivered, or on
/// which processes end, is parked after <c>Timers:Attempts</c>.
/// </summary>
internal sealed partial class AufrufWorker(
    IHttpAufrufe aufrufe,
    Aufrufsender sender,
    FallService faelle,
    [FromKeyedServices(AufrufWorker.Glocke)] Zeitsignal signal,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit,
    IFaultPoints faults,
    Einstellungen einstellungen,
    ILogger<AufrufWorker> logger) : BackgroundService
{
    public const string Glocke = "aufrufe";

    private const int Gleichzeitig = 8;

    /// <summary>Requests of other nodes ring no bell here.</summary>
    private static readonly TimeSpan Abstand = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping process takes to give a request back.</summary>
    private static readonly TimeSpan Rueckgabe = TimeSpan.FromSeconds(3);

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Longer than sending and delivering can take.</summary>
    private TimeSpan Lease => einstellungen.Aufrufgrenze + TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ausgefallen = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var schlaf = Abstand;
            try
            {
                var stapel = await aufrufe.ClaimAsync(echtzeit.GetUtcNow(), _owner, Lease, Gleichzeitig, stoppingToken);
                var gruppen = stapel.ToLookup(a => a.Abandoned);
                await Parallel.ForEachAsync(gruppen[false], stoppingToken, async (aufruf, abbruch) => await SendAsync(aufruf, abbruch));
                // They may have ended the process that had them: one at a time, so that the guilty one is found out.
                foreach (var aufruf in gruppen[true].OrderBy(a => a.Attempts))
                    await SendAsync(aufruf, stoppingToken);
                ausgefallen = false;
                if (stapel.Count > 0)
                    continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (!ausgefallen)
                    LogAusfall(e);
                ausgefallen = true;
                schlaf = Pause;
            }

            try
            {
                await signal.WaitAsync(schlaf, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task SendAsync(ClaimedCall aufruf, CancellationToken cancellation)
    {
        try
        {
            if (aufruf.Abandoned && !await CountAsync(aufruf, cancellation))
                return;
            var antwort = await sender.SendAsync(aufruf.Id, aufruf.Request, cancellation);
            faults.Reached(FaultPoints.BeforeAnswer);
            await faelle.AnswerAsync(aufruf, antwort, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await GiveBackAsync(aufruf);
            throw;
        }
        catch (ConflictException)
        {
            await aufrufe.ReleaseAsync(aufruf, echtzeit.GetUtcNow() + Pause, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            LogFehlschlag(aufruf.Id, e.GetType().Name, aufruf.Attempts + 1, e);
            await FailAsync(aufruf, $"{e.GetType().Name}: {e.Message}", cancellation);
        }
    }

    /// <summary>False if there is nothing to send: the request is parked now, or somebody else's.</summary>
    private async Task<bool> CountAsync(ClaimedCall aufruf, CancellationToken cancellation)
    {
        if (aufruf.Attempts < einstellungen.Versuche)
            return await aufrufe.CountAttemptAsync(aufruf, cancellation);
        await ParkAsync(aufruf, Texte.Of("Aufruf.ProzessEndet", aufruf.Attempts), cancellation);
        return false;
    }

    private async Task FailAsync(ClaimedCall aufruf, string fehler, CancellationToken cancellation)
    {
        if (aufruf.Attempts + 1 >= einstellungen.Versuche)
            await ParkAsync(aufruf with { Attempts = aufruf.Attempts + 1 }, fehler, cancellation);
        else
            await aufrufe.MarkFailedAsync(aufruf, fehler, echtzeit.GetUtcNow() + Fehlpause.After(aufruf.Attempts + 1), cancellation);
    }

    private async Task ParkAsync(ClaimedCall aufruf, string grund, CancellationToken cancellation)
    {
        await aufrufe.ParkAsync(aufruf, grund, echtzeit.GetUtcNow(), cancellation);
        LogGeparkt(aufruf.Id, aufruf.Attempts);
    }

    /// <summary>An orderly stop is no failure: the next worker need not wait for the lease, nor take it for abandoned.</summary>
    private async Task GiveBackAsync(ClaimedCall aufruf)
    {
        using var frist = new CancellationTokenSource(Rueckgabe);
        try
        {
            await aufrufe.ReleaseAsync(aufruf, echtzeit.GetUtcNow(), frist.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or StoreUnavailableException or ConflictException)
        {
            // Its lease ends by itself.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Requests of processes cannot be sent; trying again every few seconds.")]
    private partial void LogAusfall(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Aufruf} failed with {Fehler}, attempt {Versuch}; it is sent again with the same key.")]
    private partial void LogFehlschlag(string aufruf, string fehler, int versuch, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Aufruf} is parked after {Versuche} failed attempts; it waits for a person.")]
    private partial void LogGeparkt(string aufruf, int versuche);
}
