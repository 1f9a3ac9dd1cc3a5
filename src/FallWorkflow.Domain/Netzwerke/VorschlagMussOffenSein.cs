using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

internal sealed class VorschlagMussOffenSein(Netzwerk netzwerk, string bewertungId) : IRegel
{
    public bool IsBroken => netzwerk.Bewertungen.GetValueOrDefault(bewertungId) is not { WartetAufAntwort: true };

    public string Quelle => "R71";

    public string? Feld => "bewertungId";
}
