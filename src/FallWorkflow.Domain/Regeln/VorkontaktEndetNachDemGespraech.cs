using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

/// <summary>The retention counts from the end (R90), so it is not before the last contact.</summary>
internal sealed class VorkontaktEndetNachDemGespraech(Fall fall, DateOnly wirksamAm) : IRegel
{
    public bool IsBroken => wirksamAm < fall.VorkontaktStandVom;

    public string Quelle => "R17";

    public string? Feld => "wirksamAm";
}
