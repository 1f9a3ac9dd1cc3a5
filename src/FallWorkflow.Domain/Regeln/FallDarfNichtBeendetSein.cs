using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallDarfNichtBeendetSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status is Fallstatus.Beendet or Fallstatus.NichtAufgenommen;

    public string Quelle => "R75";
}
