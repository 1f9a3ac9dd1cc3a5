using FallWorkflow.Application.Zeitgeber;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>Every night: compares planned and stored timers and reports every difference; mends nothing by itself.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ZeitgeberPruefen(Zeitgeberpruefung pruefung, ILogger<ZeitgeberPruefen> log) : IJob
{
    /// <summary>Further ones are counted only; <c>timers check</c> names them all.</summary>
    private const int HoechstensGenannt = 50;

    public static readonly JobKey Key = new(nameof(ZeitgeberPruefen));

    /// <summary>Europe/Berlin, at a time when nobody works and no clock change skips it.</summary>
    public const string Cron = "0 40 3 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var zaehler = new Pruefzaehler();
        var gefunden = 0;
        await foreach (var abweichung in pruefung.RunAsync(beheben: false, Zeitgeberpruefung.Ueberfaellig, zaehler, cancellationToken))
        {
            if (++gefunden <= HoechstensGenannt)
                LogDifference(abweichung.Art, abweichung.TimerId, abweichung.InstanceId, abweichung.ActivityId);
        }

        if (gefunden > 0)
            LogDifferences(gefunden, zaehler.Zeitgeber);
        else
            LogAgree(zaehler.Zeitgeber, zaehler.Instanzen);
    }

    [LoggerMessage(LogLevel.Warning, "Timer differs ({Art}): timer {Timer}, instance {Instanz}, activity {Aktivitaet}.")]
    private partial void LogDifference(Abweichungsart art, string? timer, string instanz, string? aktivitaet);

    [LoggerMessage(LogLevel.Error, "{Anzahl} of {Zeitgeber} timers differ from what is planned. 'timers check' names them all, '--repair' mends what is safe.")]
    private partial void LogDifferences(int anzahl, long zeitgeber);

    [LoggerMessage(LogLevel.Information, "All {Zeitgeber} timers of {Instanzen} instances are as planned.")]
    private partial void LogAgree(long zeitgeber, long instanzen);
}
