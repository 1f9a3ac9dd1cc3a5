using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class RueckspracheMussVerlangtSein(Fall fall) : IRegel
{
    public bool IsBroken => !fall.RueckspracheOffen;

    public string Quelle => "R06";
}
