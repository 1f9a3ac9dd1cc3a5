using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

internal sealed class NetzwerkkennungMussNeuSein(Netzwerk netzwerk, string id) : IRegel
{
    public bool IsBroken => netzwerk.Knows(id);

    public string Quelle => "R68";
}
