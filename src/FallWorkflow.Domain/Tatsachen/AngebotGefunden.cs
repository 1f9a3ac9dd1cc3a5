using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A missing offer is missing no longer for this person.</summary>
[Tatsache("AngebotGefunden", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R44")]
public sealed record AngebotGefunden(string LueckeId, string Wodurch) : Tatsache
{
    public override string? Bezug => LueckeId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("lueckeId", LueckeId, Pruefung.Kurz).Text("wodurch", Wodurch).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, LueckeId, Strangart.Angebotsluecke),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(LueckeId, eintrag.WirksamAm);
}
