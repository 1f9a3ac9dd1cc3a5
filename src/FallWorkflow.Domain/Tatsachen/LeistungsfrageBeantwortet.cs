using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The answer of the benefits department.</summary>
[Tatsache("LeistungsfrageBeantwortet", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R64")]
public sealed record LeistungsfrageBeantwortet(string FrageId, string Antwort, [NenntNamen] string BeantwortetVon) : Tatsache
{
    public override string? Bezug => FrageId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("frageId", FrageId, Pruefung.Kurz).Text("antwort", Antwort).Text("beantwortetVon", BeantwortetVon, Pruefung.Kurz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, FrageId, Strangart.Leistungsfrage),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(FrageId, eintrag.WirksamAm);
}
