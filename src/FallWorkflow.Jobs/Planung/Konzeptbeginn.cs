using FallWorkflow.Application.Fristen;
using Quartz;

namespace FallWorkflow.Jobs.Planung;

/// <summary>
/// Every midnight: a version of a Fachkonzept that begins to apply moves the dates of its office (R85). Days on which the
/// service stood still, or on which the run broke off, are made up for (<see cref="Konzeptwechsel.Rueckblick"/>).
/// </summary>
[DisallowConcurrentExecution]
internal sealed class Konzeptbeginn(Konzeptwechsel wechsel) : IJob
{
    public static readonly JobKey Key = new(nameof(Konzeptbeginn));

    /// <summary>A few seconds after the day has begun, so that a trigger that fires a moment ahead does not see yesterday.</summary>
    public const string Cron = "5 0 0 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await wechsel.RunAsync(cancellationToken);
}
