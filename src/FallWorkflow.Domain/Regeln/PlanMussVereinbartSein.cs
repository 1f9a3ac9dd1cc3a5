using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class PlanMussVereinbartSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.PlanVereinbartAm is null;

    public string Quelle => "R42";
}
