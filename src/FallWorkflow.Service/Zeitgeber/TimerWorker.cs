using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Fires what is due, then sleeps until the next timer is, at most one hour. Nothing is kept in memory between two looks:
/// after a crash the rows are still there.
/// </summary>
internal sealed partial class TimerWorker(
    Zeitgeberlauf lauf, ITimerQueue timers, TimeProvider uhr, Zeitsignal signal, Einstellungen einstellungen, ILogger<TimerWorker> logger)
    : BackgroundService
{
    /// <summary>Timers that are due but leased or backing off: look again soon.</summary>
    private static readonly TimeSpan Gehalten = TimeSpan.FromSeconds(1);

    /// <summary>Pause after the database could not be reached.</summary>
    private static readonly TimeSpan Ausfall = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest sleep. The bell rings in this process only, so where other nodes may arm timers the worker looks every minute.
    /// </summary>
    private TimeSpan Laengste => einstellungen switch
    {
        { Testuhr: true } => TimeSpan.FromMilliseconds(200),
        { IstSqlite: true } => TimeSpan.FromHours(1),
        _ => TimeSpan.FromMinutes(1),
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ausgefallen = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var schlaf = Ausfall;
            try
            {
                var (beansprucht, _) = await lauf.RunBatchAsync(uhr.GetUtcNow(), stoppingToken);
                if (ausgefallen)
                    LogErreichbar();
                ausgefallen = false;
                if (beansprucht > 0)
                    continue;
                schlaf = Sleep(await timers.NextDueAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was: without this loop no Frist ever ends, so it goes on.
                if (!ausgefallen)
                    LogAusfall(e);
                ausgefallen = true;
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

    private TimeSpan Sleep(DateTimeOffset? naechster)
    {
        if (naechster is null)
            return Laengste;
        var bis = naechster.Value - uhr.GetUtcNow();
        if (bis <= TimeSpan.Zero)
            return Gehalten < Laengste ? Gehalten : Laengste;
        return bis < Laengste ? bis : Laengste;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timers cannot be fired; trying again every few seconds.")]
    private partial void LogAusfall(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Timers are being fired again.")]
    private partial void LogErreichbar();
}
