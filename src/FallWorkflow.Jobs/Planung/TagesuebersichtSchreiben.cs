using FallWorkflow.Application.Erinnerungen;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>Every morning, Monday to Friday; which of these are Werktage each office's Land decides.</summary>
[DisallowConcurrentExecution]
internal sealed class TagesuebersichtSchreiben(ErinnerungsLauf lauf, Triggerplan plan) : IJob
{
    public static readonly JobKey Key = new(nameof(TagesuebersichtSchreiben));

    /// <summary>Some seconds after the time of day, so that a trigger that fires a moment ahead does not find it too early.</summary>
    public static readonly string Cron = $"5 {Tagesuebersicht.Uhrzeit.Minute} {Tagesuebersicht.Uhrzeit.Hour} ? * MON-FRI";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await lauf.WriteTagesuebersichtenAsync(cancellationToken) > 0)
            await plan.ReconcileAsync(context.Scheduler, cancellationToken);
    }
}
