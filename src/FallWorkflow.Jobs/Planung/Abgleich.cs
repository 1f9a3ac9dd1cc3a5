using FallWorkflow.Application.Erinnerungen;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>
/// At start and then regularly: rebuilds what triggers lost and writes overviews that a crash at half past seven left out.
/// Afterwards nothing depends on what Quartz remembered.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class Abgleich(ErinnerungsLauf lauf, Triggerplan plan, ILogger<Abgleich> log) : IJob
{
    public static readonly JobKey Key = new(nameof(Abgleich));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await lauf.WriteTagesuebersichtenAsync(cancellationToken);
        var (neu, verlegt, verwaist) = await plan.ReconcileAsync(context.Scheduler, cancellationToken);
        if (neu + verlegt + verwaist > 0)
            LogChanged(neu, verlegt, verwaist);
    }

    [LoggerMessage(LogLevel.Information, "Triggers compared with reminders: {Neu} added, {Verlegt} moved, {Verwaist} removed.")]
    private partial void LogChanged(int neu, int verlegt, int verwaist);
}
