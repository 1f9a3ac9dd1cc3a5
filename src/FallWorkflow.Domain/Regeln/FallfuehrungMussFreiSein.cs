using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallfuehrungMussFreiSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.BeauftragterDritter is not null;

    public string Quelle => "R65";
}
