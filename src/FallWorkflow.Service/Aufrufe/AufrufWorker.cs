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

    private readonly Versuche<ClaimedCall> _versuche = new(aufrufe, echtzeit, einstellungen, logger, a => $"Request {a.Id}", "Aufruf.ProzessEndet", Pause);

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
            await _versuche.TryAsync(aufruf, async () =>
            {
                var antwort = await sender.SendAsync(aufruf.Id, aufruf.Request, cancellation);
                faults.Reached(FaultPoints.BeforeAnswer);
                return await faelle.AnswerAsync(aufruf, antwort, cancellation);
            }, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await _versuche.GiveBackAsync([aufruf]);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Requests of processes cannot be sent; trying again every few seconds.")]
    private partial void LogAusfall(Exception exception);
}
