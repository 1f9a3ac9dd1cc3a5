using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallMussInNachbetreuungSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status != Fallstatus.Nachbetreuung;

    public string Quelle => "R74";
}
