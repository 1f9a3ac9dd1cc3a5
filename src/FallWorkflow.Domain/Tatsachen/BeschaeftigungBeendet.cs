using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Subsidised employment ends. For health at any time, without further reason and without detriment.</summary>
[Tatsache("BeschaeftigungBeendet", Rollen = "Fallmanager", Anforderungen = "R66")]
public sealed record BeschaeftigungBeendet(string BeschaeftigungId, Beschaeftigungsende Grund, string? Begruendung = null) : Tatsache
{
    public override string? Bezug => BeschaeftigungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("beschaeftigungId", BeschaeftigungId, Pruefung.Kurz).Enum("grund", Grund).Optional("begruendung", Begruendung)
        .When(Grund is not Beschaeftigungsende.Gesundheit && string.IsNullOrWhiteSpace(Begruendung), "begruendung", "BeschaeftigungsendeOhneBegruendung").Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, BeschaeftigungId, Strangart.GefoerderteBeschaeftigung),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(BeschaeftigungId, eintrag.WirksamAm);
}
