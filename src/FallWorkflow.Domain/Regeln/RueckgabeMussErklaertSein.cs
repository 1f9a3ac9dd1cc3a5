using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class RueckgabeMussErklaertSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.RueckgabeAm is null;

    public string Quelle => "R08";
}
