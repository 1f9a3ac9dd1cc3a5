using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ErstgespraechMussGefuehrtSein(Fall fall) : IRegel
{
    public bool IsBroken => !fall.ErstgespraechGefuehrt;

    public string Quelle => "R11";
}
