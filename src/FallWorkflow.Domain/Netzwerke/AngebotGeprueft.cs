using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Netzwerke;

/// <summary>Somebody made sure that an offer is still there, and under which conditions.</summary>
[Tatsache("AngebotGeprueft", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R68")]
public sealed record AngebotGeprueft(
    string AngebotId, string Bedingungen) : Netzwerktatsache
{
    public override string Bezug => AngebotId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("angebotId", AngebotId, Pruefung.Kurz).Text("bedingungen", Bedingungen).Fehler;

    public override IEnumerable<IRegel> Regeln(Netzwerk netzwerk) => [new AngebotMussImVerzeichnisStehen(netzwerk, AngebotId)];

    internal override void ApplyTo(Netzwerk netzwerk, Netzwerkeintrag eintrag)
    {
        var angebot = netzwerk.Angebote[AngebotId];
        if (angebot.ZuletztGeprueft <= eintrag.WirksamAm)
            netzwerk.Add(angebot with { Bedingungen = Bedingungen, ZuletztGeprueft = eintrag.WirksamAm });
    }
}
