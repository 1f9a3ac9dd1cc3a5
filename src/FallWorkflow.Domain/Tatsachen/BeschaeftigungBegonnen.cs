using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Subsidised employment begins, with what is to follow it.</summary>
[Tatsache("BeschaeftigungBegonnen", Rollen = "Fallmanager", Anforderungen = "R66,R67")]
public sealed record BeschaeftigungBegonnen(
    string BeschaeftigungId,
    Beschaeftigungsfoerderung Foerderung,
    [NenntNamen] string Arbeitgeber,
    string Anschlussperspektive,
    string Eignung,
    string? EignungNach = null) : Tatsache
{
    public override string? Bezug => BeschaeftigungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("beschaeftigungId", BeschaeftigungId, Pruefung.Kurz).Enum("foerderung", Foerderung).Text("arbeitgeber", Arbeitgeber, Pruefung.Kurz)
        .Text("anschlussperspektive", Anschlussperspektive).Text("eignung", Eignung).Frist("eignungNach", EignungNach).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new StrangMussNeuSein(fall, BeschaeftigungId, Strangart.GefoerderteBeschaeftigung),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Add(new Strang { Id = BeschaeftigungId, Art = Strangart.GefoerderteBeschaeftigung, Bezeichnung = Arbeitgeber, StandVom = eintrag.WirksamAm, Frist = EignungNach });
    }
}
