using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>Compares this node's real time with the database server's: before anything starts, then every minute.</summary>
internal sealed partial class Uhrenabgleich(Datenbankuhr uhr, IDatenbankzeit datenbank, ILogger<Uhrenabgleich> logger) : BackgroundService
{
    private static readonly TimeSpan Abstand = TimeSpan.FromMinutes(1);

    /// <summary>An answer that took longer says too little.</summary>
    private static readonly TimeSpan LaengsteAntwort = TimeSpan.FromSeconds(1);

    /// <summary>From here on the operator hears of the node's clock. It does no harm, but it is not meant to be so.</summary>
    private static readonly TimeSpan Auffaellig = TimeSpan.FromSeconds(5);

    private bool _gemeldet;

    /// <exception cref="StoreUnavailableException"/>
    public async Task SyncAsync(CancellationToken cancellation)
    {
        for (var versuch = 0; versuch < 5; versuch++)
        {
            var gefragt = uhr.GetTimestamp();
            if (await datenbank.NowAsync(cancellation) is not { } server)
                return;
            // The last answer is taken in any case: late is better than wrong.
            if (uhr.GetElapsedTime(gefragt) > LaengsteAntwort && versuch < 4)
                continue;
            var voraus = uhr.Set(server);
            if (voraus.Duration() > Auffaellig && !_gemeldet)
                LogAbweichung(voraus);
            _gemeldet = voraus.Duration() > Auffaellig;
            return;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var takt = new PeriodicTimer(Abstand, TimeProvider.System);
        try
        {
            while (await takt.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await SyncAsync(stoppingToken);
                }
                catch (StoreUnavailableException)
                {
                    // Whoever works meets the same failure and reports it; until then the counter goes on.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node's clock differs from the database server's by {Voraus}. The program goes by the server's.")]
    private partial void LogAbweichung(TimeSpan voraus);
}
