using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class RueckspracheImLaufendenVorgang(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status == Fallstatus.Beendet;

    public string Quelle => "R06";
}
