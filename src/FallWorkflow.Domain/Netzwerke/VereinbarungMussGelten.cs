using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

internal sealed class VereinbarungMussGelten(Netzwerk netzwerk, string vereinbarungId) : IRegel
{
    public bool IsBroken => netzwerk.Vereinbarungen.GetValueOrDefault(vereinbarungId) is not { IstBeendet: false };

    public string Quelle => "R69";

    public string? Feld => "vereinbarungId";
}
