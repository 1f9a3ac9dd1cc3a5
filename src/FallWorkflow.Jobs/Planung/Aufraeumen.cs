using FallWorkflow.Application.Ports;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>
/// Every night: removes inbox entries, kept answers, delivered overviews and kept mails that are older than <see cref="JobsOptions.Eingangsfrist"/>, without which
/// these tables would grow with every command for ever; and carries out deletions that were confirmed and could not be done at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class Aufraeumen(
    IInbox eingang, IIdempotenz antworten, ILoeschungen loeschungen, TimeProvider prozessuhr, JobsOptions options, ILogger<Aufraeumen> log) : IJob
{
    public static readonly JobKey Key = new(nameof(Aufraeumen));

    /// <summary>02:30 local time; a night that the service slept through is made up at its start.</summary>
    public const string Cron = "0 30 2 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Entries carry process time, as the effects that they stand for; answers carry real time, as the requests that repeat.
        var eingaenge = await eingang.CleanInboxAsync(prozessuhr.GetUtcNow() - options.Eingangsfrist, cancellationToken);
        var gemerkte = await antworten.CleanAsync(options.Echtzeit.GetUtcNow() - options.Eingangsfrist, cancellationToken);
        var reste = await loeschungen.CleanAsync(prozessuhr.GetUtcNow() - options.Eingangsfrist, cancellationToken);
        foreach (var offen in await loeschungen.OffeneAsync(cancellationToken))
            await DeleteAsync(offen, cancellationToken);
        if (eingaenge + gemerkte + reste > 0)
            LogRemoved(eingaenge, gemerkte, reste);
    }

    /// <summary>Deletions that were confirmed and could not be carried out at once (R90).</summary>
    private async Task DeleteAsync(Guid loeschung, CancellationToken cancellation)
    {
        try
        {
            await loeschungen.ExecuteAsync(loeschung, prozessuhr.GetUtcNow(), cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogPostponed(loeschung, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Deletion {Loeschung} could not be carried out and is tried again next night.")]
    private partial void LogPostponed(Guid loeschung, Exception e);

    [LoggerMessage(LogLevel.Information, "Removed {Eingaenge} inbox entries, {Antworten} kept answers and {Reste} mails, overviews and rows of deleted Fälle that are past their time.")]
    private partial void LogRemoved(int eingaenge, int antworten, int reste);
}
