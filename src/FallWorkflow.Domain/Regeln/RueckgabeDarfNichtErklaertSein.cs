using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class RueckgabeDarfNichtErklaertSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.RueckgabeAm is not null;

    public string Quelle => "R08";

    public bool AbweichungMoeglich => true;
}
