using FallWorkflow.Application.Ports;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Fires what is due, then sleeps until the next timer is, at most one hour. Nothing is kept in memory between two looks:
/// after a crash the rows are still there.
/// </summary>
internal sealed partial class TimerWorker(
    Zeitgeberlauf lauf,
    ITimerQueue timers,
    TimeProvider uhr,
    Zeitsignal signal,
    Vordergrund vordergrund,
    Einstellungen einstellungen,
    ILogger<TimerWorker> logger)
    : BackgroundService
{
    /// <summary>Timers that are due but leased or backing off: look again soon.</summary>
    private static readonly TimeSpan Gehalten = TimeSpan.FromSeconds(1);

    /// <summary>Pause after the database could not be reached.</summary>
    private static readonly TimeSpan Ausfall = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest sleep. The bell rings in this process only: where other nodes may arm timers, or a clock may be put forward,
    /// somebody has to look.
    /// </summary>
    private TimeSpan Laengste => einstellungen.Testuhr ? TimeSpan.FromMilliseconds(200) : einstellungen.LaengsterSchlaf;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ausgefallen = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var schlaf = Ausfall;
            try
            {
                var beginn = TimeProvider.System.GetTimestamp();
                var (beansprucht, _) = await lauf.RunBatchAsync(uhr.GetUtcNow(), stoppingToken);
                if (ausgefallen)
                    LogErreichbar();
                ausgefallen = false;
                if (beansprucht > 0)
                {
                    await RestAsync(beansprucht, beginn, stoppingToken);
                    continue;
                }

                schlaf = SleepUntil(await timers.NextDueAsync(stoppingToken), uhr.GetUtcNow(), Laengste);
                LogSchlaf(schlaf);
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

    /// <summary>How long nobody looks: until the next timer is due, at most <paramref name="laengste"/>.</summary>
    internal static TimeSpan SleepUntil(DateTimeOffset? naechster, DateTimeOffset jetzt, TimeSpan laengste)
    {
        if (naechster is null)
            return laengste;
        var bis = naechster.Value - jetzt;
        if (bis <= TimeSpan.Zero)
            bis = Gehalten;
        return bis < laengste ? bis : laengste;
    }

    private Task RestAsync(int beansprucht, long beginn, CancellationToken cancellation)
    {
        var dauer = TimeProvider.System.GetElapsedTime(beginn);
        var pause = Nachholbremse.PauseAfter(beansprucht, dauer, vordergrund.BusySince(beginn), einstellungen);
        return pause > TimeSpan.Zero ? Task.Delay(pause, TimeProvider.System, cancellation) : Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Nothing is due; next look in {Schlaf} at the latest.")]
    private partial void LogSchlaf(TimeSpan schlaf);

    [LoggerMessage(Level = LogLevel.Error, Message = "Timers cannot be fired; trying again every few seconds.")]
    private partial void LogAusfall(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Timers are being fired again.")]
    private partial void LogErreichbar();
}
