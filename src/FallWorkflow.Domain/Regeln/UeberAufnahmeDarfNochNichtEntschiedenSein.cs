using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class UeberAufnahmeDarfNochNichtEntschiedenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status is not (Fallstatus.Angefragt or Fallstatus.Vorkontakt);

    public string Quelle => "R16";
}
