using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class LebensumstaendeMuessenGewuenschtSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.LebensumstaendeGewuenscht == false;

    public string Quelle => "R13";
}
