using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>Starts processes at their own times. Looks every ten seconds, since another node may have published one, and when the next is due.</summary>
internal sealed partial class AusloeserWorker(
    Ausloeserlauf lauf, IZeitausloeser ausloeser, TimeProvider uhr, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit, Einstellungen einstellungen,
    ILogger<AusloeserWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Kuerzeste = TimeSpan.FromMilliseconds(200);

    /// <summary>Due, but leased or backing off.</summary>
    private static readonly TimeSpan Gehalten = TimeSpan.FromSeconds(1);

    private TimeSpan Laengste => einstellungen.Testuhr ? Kuerzeste : TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ausgefallen = false;
        try
        {
            while (true)
            {
                var schlaf = Laengste;
                try
                {
                    await lauf.RunBatchAsync(uhr.GetUtcNow(), stoppingToken);
                    if (await ausloeser.NextDueAsync(stoppingToken) is { } naechster && naechster - uhr.GetUtcNow() is var bis && bis < schlaf)
                        schlaf = bis > Kuerzeste ? bis : bis > TimeSpan.Zero || einstellungen.Testuhr ? Kuerzeste : Gehalten;
                    ausgefallen = false;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    if (!ausgefallen)
                        LogAusfall(e);
                    ausgefallen = true;
                }

                await Task.Delay(schlaf, echtzeit, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Processes cannot be started at their times; trying again every few seconds.")]
    private partial void LogAusfall(Exception exception);
}
