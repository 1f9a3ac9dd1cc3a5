using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>A Fallmanager rates an offer and may propose a change.</summary>
[Tatsache("AngebotBewertet", Rollen = "Fallmanager", Anforderungen = "R71")]
public sealed record AngebotBewertet(
    string BewertungId, string AngebotId, int Nutzen, string Begruendung, string? Vorschlag = null) : Netzwerktatsache
{
    public override string Bezug => BewertungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("bewertungId", BewertungId, Pruefung.Kurz).Text("angebotId", AngebotId, Pruefung.Kurz).When(Nutzen is < 1 or > 5, "nutzen", "NutzenAusserhalb")
        .Text("begruendung", Begruendung).Optional("vorschlag", Vorschlag).When(Vorschlag is not null && string.IsNullOrWhiteSpace(Vorschlag), "vorschlag", "FeldFehlt").Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new NetzwerkkennungMussNeuSein(netzwerk, BewertungId), new AngebotMussImVerzeichnisStehen(netzwerk, AngebotId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(new Bewertung(BewertungId, AngebotId, eintrag.WirksamAm, eintrag.ErfasstVon, Nutzen, Begruendung, Vorschlag));
    }
}
