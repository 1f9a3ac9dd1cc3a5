using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class TerminerinnerungMussGewuenschtSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.ErinnerungAn is null;

    public string Quelle => "R88";
}
