using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class SchrittMussImPlanStehen(Fall fall, string planschritt) : IRegel
{
    public bool IsBroken => fall.Planschritte.All(s => s.Bezeichnung != planschritt);

    public string Quelle => "R67";

    public string? Feld => "planschritt";
}
