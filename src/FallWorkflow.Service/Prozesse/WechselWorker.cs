using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Prozesse;

/// <summary>
/// Carries out ordered moves to other versions, one order at a time on this node; other nodes take other orders. What a node
/// that died was at, the next one goes on with when the lease has ended.
/// </summary>
internal sealed partial class WechselWorker(
    IWechselauftraege auftraege, Wechsellauf lauf, [FromKeyedServices(Uhren.Echt)] TimeProvider echtzeit, ILogger<WechselWorker> logger) : BackgroundService
{
    /// <summary>Longer than one Fall can take; renewed before each.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Abstand = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ausgefallen = false;
        try
        {
            while (true)
            {
                var schlaf = Abstand;
                try
                {
                    if (await auftraege.ClaimAsync(echtzeit.GetUtcNow(), _owner, Lease, stoppingToken) is { } auftrag)
                        await lauf.RunAsync(auftrag, echtzeit.GetUtcNow, Lease, stoppingToken);
                    ausgefallen = false;
                }
                catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    if (!ausgefallen)
                        LogAusfall(e);
                    ausgefallen = true;
                    schlaf = Pause;
                }

                await Task.Delay(schlaf, echtzeit, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops; the order is free again when the lease ends.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Versions cannot be changed in running Fälle; trying again every few seconds.")]
    private partial void LogAusfall(Exception exception);
}
