using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class VorkontaktMussOffenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status != Fallstatus.Vorkontakt;

    public string Quelle => "R17";
}
