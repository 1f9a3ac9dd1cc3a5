using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>An agreement is over, or will not be continued.</summary>
[Tatsache("VereinbarungBeendet", Rollen = "Teamleitung", Anforderungen = "R69")]
public sealed record VereinbarungBeendet(
    string VereinbarungId, string Begruendung) : Netzwerktatsache
{
    public override string Bezug => VereinbarungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("vereinbarungId", VereinbarungId, Pruefung.Kurz).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new VereinbarungMussGelten(netzwerk, VereinbarungId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(netzwerk.Vereinbarungen[VereinbarungId] with { IstBeendet = true });
    }
}
