using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallMussAbgeschlossenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status is not (Fallstatus.Nachbetreuung or Fallstatus.Beendet);

    public string Quelle => "R80";
}
