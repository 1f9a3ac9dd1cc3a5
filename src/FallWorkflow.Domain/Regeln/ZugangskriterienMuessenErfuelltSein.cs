using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class ZugangskriterienMuessenErfuelltSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Zugang is { Erfuellt: false };

    public string Quelle => "R01";

    public string? Feld => "begruendung";

    public bool AbweichungMoeglich => true;
}
