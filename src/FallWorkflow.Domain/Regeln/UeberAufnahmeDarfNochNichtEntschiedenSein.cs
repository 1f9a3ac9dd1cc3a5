using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UeberAufnahmeDarfNochNichtEntschiedenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status != Fallstatus.Angefragt;

    public string Quelle => "R16";
}
