using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Whether subsidised employment still suits the person, and what is to follow it.</summary>
[Tatsache("EignungGeprueft", Rollen = "Fallmanager", Anforderungen = "R66")]
public sealed record EignungGeprueft(
    string BeschaeftigungId,
    Passung Eignung,
    string Anschlussperspektive,
    string? Anmerkung = null) : Tatsache
{
    public override string? Bezug => BeschaeftigungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("beschaeftigungId", BeschaeftigungId, Pruefung.Kurz).Enum("eignung", Eignung)
        .Text("anschlussperspektive", Anschlussperspektive).Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, BeschaeftigungId, Strangart.GefoerderteBeschaeftigung),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => !(vorher.FindStrang(BeschaeftigungId)?.StandVom > wirksamAm);

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindStrang(BeschaeftigungId) is { } strang && strang.StandVom < eintrag.WirksamAm)
            strang.StandVom = eintrag.WirksamAm;
    }
}
