using FallWorkflow.Application.Ports;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>
/// Every night: removes inbox entries and kept answers that are older than <see cref="JobsOptions.Eingangsfrist"/>. Without it
/// both tables would grow with every command for ever.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class Aufraeumen(
    IInbox eingang, IIdempotenz antworten, TimeProvider prozessuhr, JobsOptions options, ILogger<Aufraeumen> log) : IJob
{
    public static readonly JobKey Key = new(nameof(Aufraeumen));

    /// <summary>02:30 local time; a night that the service slept through is made up at its start.</summary>
    public const string Cron = "0 30 2 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Entries carry process time, as the effects that they stand for; answers carry real time, as the requests that repeat.
        var eingaenge = await eingang.CleanInboxAsync(prozessuhr.GetUtcNow() - options.Eingangsfrist, cancellationToken);
        var gemerkte = await antworten.CleanAsync(options.Echtzeit.GetUtcNow() - options.Eingangsfrist, cancellationToken);
        if (eingaenge + gemerkte > 0)
            LogRemoved(eingaenge, gemerkte);
    }

    [LoggerMessage(LogLevel.Information, "Removed {Eingaenge} inbox entries and {Antworten} kept answers that are past their time.")]
    private partial void LogRemoved(int eingaenge, int antworten);
}
