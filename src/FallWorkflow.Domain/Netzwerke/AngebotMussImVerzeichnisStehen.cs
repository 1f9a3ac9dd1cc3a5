using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

internal sealed class AngebotMussImVerzeichnisStehen(Netzwerk netzwerk, string angebotId) : IRegel
{
    public bool IsBroken => netzwerk.Angebote.GetValueOrDefault(angebotId) is not { IstGestrichen: false };

    public string Quelle => "R68";

    public string? Feld => "angebotId";
}
