using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>An agreement with a partner: service contract or cooperation, term, interfaces.</summary>
[Tatsache("VereinbarungGeschlossen", Rollen = "Teamleitung", Anforderungen = "R69")]
public sealed record VereinbarungGeschlossen(
    string VereinbarungId, string TraegerId, Vereinbarungsart Art, string Gegenstand, string Schnittstellen, DateOnly Beginn, DateOnly Ende) : Netzwerktatsache
{
    public override string Bezug => VereinbarungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("vereinbarungId", VereinbarungId, Pruefung.Kurz).Text("traegerId", TraegerId, Pruefung.Kurz).Enum("art", Art).Text("gegenstand", Gegenstand).Text("schnittstellen", Schnittstellen)
        .Datum("beginn", Beginn).Datum("ende", Ende).When(Ende <= Beginn, "ende", "VereinbarungEndetVorBeginn").Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new NetzwerkkennungMussNeuSein(netzwerk, VereinbarungId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(new Vereinbarung(VereinbarungId, TraegerId, Art, Gegenstand, Schnittstellen, Beginn, Ende));
    }
}
