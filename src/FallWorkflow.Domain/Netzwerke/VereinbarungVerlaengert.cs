using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>The term of an agreement ends on another day, with reason.</summary>
[Tatsache("VereinbarungVerlaengert", Rollen = "Teamleitung", Anforderungen = "R69")]
public sealed record VereinbarungVerlaengert(
    string VereinbarungId, DateOnly Ende, string Begruendung) : Netzwerktatsache
{
    public override string Bezug => VereinbarungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("vereinbarungId", VereinbarungId, Pruefung.Kurz).Datum("ende", Ende).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new VereinbarungMussGelten(netzwerk, VereinbarungId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(netzwerk.Vereinbarungen[VereinbarungId] with { Ende = Ende });
    }
}
