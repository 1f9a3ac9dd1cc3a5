using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>An offer is no longer there.</summary>
[Tatsache("AngebotGestrichen", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R68")]
public sealed record AngebotGestrichen(
    string AngebotId, string Begruendung) : Netzwerktatsache
{
    public override string Bezug => AngebotId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("angebotId", AngebotId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new AngebotMussImVerzeichnisStehen(netzwerk, AngebotId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(netzwerk.Angebote[AngebotId] with { IstGestrichen = true });
    }
}
