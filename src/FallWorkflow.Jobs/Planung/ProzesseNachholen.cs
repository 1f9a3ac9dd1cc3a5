using FallWorkflow.Application.Faelle;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>Every night: Fälle of an earlier release get the processes that they lack (R17, R90).</summary>
[DisallowConcurrentExecution]
internal sealed partial class ProzesseNachholen(Prozessnachholung nachholung, ILogger<ProzesseNachholen> log) : IJob
{
    public static readonly JobKey Key = new(nameof(ProzesseNachholen));

    /// <summary>02:50 local time; a night that the service slept through is made up at its start.</summary>
    public const string Cron = "0 50 2 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await nachholung.RunAsync(cancellationToken) is > 0 and var anzahl)
            LogStarted(anzahl);
    }

    [LoggerMessage(LogLevel.Information, "{Anzahl} processes started that Fälle of an earlier release lacked.")]
    private partial void LogStarted(int anzahl);
}
