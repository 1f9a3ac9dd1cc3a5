using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallMussAufgenommenSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.AufgenommenAm is null;

    public string Quelle => "R48";
}
