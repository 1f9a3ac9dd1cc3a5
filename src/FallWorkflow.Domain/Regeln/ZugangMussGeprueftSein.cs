using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZugangMussGeprueftSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Zugang is null;

    public string Quelle => "R01";
}
