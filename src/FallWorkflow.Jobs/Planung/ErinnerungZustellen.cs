using FallWorkflow.Application.Erinnerungen;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>Wakes up for one reminder: delivers it, and sets the trigger of the next attempt if it failed.</summary>
internal sealed partial class ErinnerungZustellen(ErinnerungsLauf lauf, Triggerplan plan, ILogger<ErinnerungZustellen> log) : IJob
{
    public static readonly JobKey Key = new(nameof(ErinnerungZustellen));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await lauf.DeliverAsync(Triggerplan.IdOf(context.Trigger.Key), cancellationToken) is not { } erinnerung)
            return;
        if (erinnerung.Gescheitert)
        {
            // The error's text may name a mail address; it stays in the row.
            LogGivenUp(erinnerung.Id, erinnerung.Versuche);
        }
        else if (erinnerung.ZugestelltAt is null)
        {
            LogAgain(erinnerung.Id, erinnerung.Versuche, erinnerung.FruehestensAm);
            await plan.ScheduleAsync(
                context.Scheduler, new(erinnerung.Id, erinnerung.FaelligAt, erinnerung.FruehestensAm), TriggerConflict.Replace, cancellationToken);
        }
        else if (erinnerung.EmpfaengerId is null)
        {
            // A role's reminder has become one per person, and these have no triggers yet.
            await plan.ReconcileAsync(context.Scheduler, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reminder {Id} is not delivered after {Versuche} attempts; next not before {Wieder:O}.")]
    private partial void LogAgain(Guid id, int versuche, DateTimeOffset? wieder);

    [LoggerMessage(LogLevel.Error, "Reminder {Id} is given up after {Versuche} attempts; its row says why.")]
    private partial void LogGivenUp(Guid id, int versuche);
}
