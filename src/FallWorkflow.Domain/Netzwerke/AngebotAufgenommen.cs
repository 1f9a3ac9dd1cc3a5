using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>An offer joins the directory, as it was found on that day.</summary>
[Tatsache("AngebotAufgenommen", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R68")]
public sealed record AngebotAufgenommen(
    string AngebotId, Angebotsart Art, Angebotsform Form, string Bezeichnung, string Anbieter, string Gebiet, string Bedingungen) : Netzwerktatsache
{
    public override string Bezug => AngebotId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("angebotId", AngebotId, Pruefung.Kurz).Enum("art", Art).Enum("form", Form).Text("bezeichnung", Bezeichnung, Pruefung.Kurz)
        .Text("anbieter", Anbieter, Pruefung.Kurz).Text("gebiet", Gebiet, Pruefung.Kurz).Text("bedingungen", Bedingungen).Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new NetzwerkkennungMussNeuSein(netzwerk, AngebotId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        netzwerk.Add(new Angebot(AngebotId, Art, Form, Bezeichnung, Anbieter, Gebiet, Bedingungen, eintrag.WirksamAm));
    }
}
