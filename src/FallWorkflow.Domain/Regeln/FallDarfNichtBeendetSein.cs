using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Domain.Regeln;

internal sealed class FallDarfNichtBeendetSein(Fall fall) : IRegel
{
    public bool IsBroken => fall.Status.IsEnded();

    public string Quelle => "R75";
}
