using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zeitgeber;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Aufrufe;

/// <summary>
/// Sends the requests that processes left behind with their commit, outside of any transaction, and delivers the answers. A
/// request whose worker dies is sent again with the same key; its answer counts once.
/// </summary>
internal sealed partial class AufrufWorker(
    IHttpAufrufe aufrufe,
    Aufrufsender sender,
    FallService faelle,
    [FromKeyedServices(AufrufWorker.Glocke)] Zeitsignal signal,
    [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit,
    Einstellungen einstellungen,
    ILogger<AufrufWorker> logger) : BackgroundService
{
    public const string Glocke = "aufrufe";

    private const int Gleichzeitig = 8;

    /// <summary>Requests of other nodes ring no bell here.</summary>
    private static readonly TimeSpan Abstand = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

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
                await Parallel.ForEachAsync(stapel, stoppingToken, async (aufruf, abbruch) => await SendAsync(aufruf, abbruch));
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
            var antwort = await sender.SendAsync(aufruf.Id, aufruf.Request, cancellation);
            await faelle.AnswerAsync(aufruf, antwort, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            LogFehlschlag(aufruf.Id, e.GetType().Name, e);
            await aufrufe.ReleaseAsync(aufruf, echtzeit.GetUtcNow() + Pause, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Requests of processes cannot be sent; trying again every few seconds.")]
    private partial void LogAusfall(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The answer to request {Aufruf} could not be delivered ({Fehler}); it is sent again with the same key.")]
    private partial void LogFehlschlag(string aufruf, string fehler, Exception exception);
}
