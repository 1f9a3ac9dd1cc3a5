using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class KlientMussSichEntschiedenHaben(Fall fall) : IRegel
{
    public bool IsBroken => fall.KlientMoechte != true;

    public string Quelle => "R03";
}
