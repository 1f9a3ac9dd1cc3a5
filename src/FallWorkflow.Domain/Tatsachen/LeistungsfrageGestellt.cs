using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A question to the benefits department.</summary>
[Tatsache("LeistungsfrageGestellt", Rollen = "Fallmanager", Anforderungen = "R64")]
public sealed record LeistungsfrageGestellt(string FrageId, string Frage, string? AntwortFrist = null) : Tatsache
{
    public override string? Bezug => FrageId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("frageId", FrageId, Pruefung.Kurz).Text("frage", Frage).Frist("antwortFrist", AntwortFrist).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new StrangMussNeuSein(fall, FrageId, Strangart.Leistungsfrage),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Strang { Id = FrageId, Art = Strangart.Leistungsfrage, Bezeichnung = Frage, StandVom = eintrag.WirksamAm, Frist = AntwortFrist });
    }
}
