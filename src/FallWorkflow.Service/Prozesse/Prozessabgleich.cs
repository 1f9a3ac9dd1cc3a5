using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Prozesse;

/// <summary>
/// Learns every ten seconds what other nodes have published, so that new instances start with the same version everywhere.
/// Instances that are pinned to a version this node does not know yet are served at once, see <see cref="Prozesskatalog"/>.
/// </summary>
internal sealed partial class Prozessabgleich(
    Prozessverzeichnis verzeichnis, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit, ILogger<Prozessabgleich> logger) : BackgroundService
{
    private static readonly TimeSpan Abstand = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var takt = new PeriodicTimer(Abstand, echtzeit);
        try
        {
            while (await takt.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await verzeichnis.LoadAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogFehlschlag(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Published definitions could not be read; trying again in a few seconds.")]
    private partial void LogFehlschlag(Exception exception);
}
