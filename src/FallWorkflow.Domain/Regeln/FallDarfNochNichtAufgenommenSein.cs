using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallDarfNochNichtAufgenommenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status is not (Fallstatus.Vorkontakt or Fallstatus.Angefragt);

    public string Quelle => "R17";
}
