using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallMussLaufen(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status != Fallstatus.Laufend;

    public string Quelle => "R72";
}
