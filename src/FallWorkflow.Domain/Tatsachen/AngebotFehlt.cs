using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Help is needed and not available: kind, area, since when.</summary>
[Tatsache("AngebotFehlt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R44")]
public sealed record AngebotFehlt(string LueckeId, FehlendesAngebot Angebot) : Tatsache
{
    public override string? Bezug => LueckeId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("lueckeId", LueckeId, Pruefung.Kurz).Fehlend("angebot", Angebot).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussAufgenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
        new StrangMussNeuSein(fall, LueckeId, Strangart.Angebotsluecke),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Strang { Id = LueckeId, Art = Strangart.Angebotsluecke, Bezeichnung = $"{Begriffe.Of(Angebot.Art)}, {Angebot.Gebiet}", StandVom = Angebot.Seit });
    }
}
