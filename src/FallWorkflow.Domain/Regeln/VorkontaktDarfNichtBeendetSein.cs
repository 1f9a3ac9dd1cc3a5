using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class VorkontaktDarfNichtBeendetSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status == Fallstatus.VorkontaktBeendet;

    public string Quelle => "R17";
}
