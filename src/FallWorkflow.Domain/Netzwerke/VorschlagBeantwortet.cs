using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>The team lead answers a proposal.</summary>
[Tatsache("VorschlagBeantwortet", Rollen = "Teamleitung", Anforderungen = "R71")]
public sealed record VorschlagBeantwortet(
    string BewertungId, Vorschlagsentscheidung Entscheidung, string Antwort) : Netzwerktatsache
{
    public override string Bezug => BewertungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("bewertungId", BewertungId, Pruefung.Kurz).Enum("entscheidung", Entscheidung).Text("antwort", Antwort).Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new VorschlagMussOffenSein(netzwerk, BewertungId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(netzwerk.Bewertungen[BewertungId] with { Entscheidung = Entscheidung, Antwort = Antwort });
    }
}
