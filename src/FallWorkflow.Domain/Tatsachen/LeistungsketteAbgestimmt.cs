using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Those who render the services of a chain have looked at its interfaces together.</summary>
[Tatsache("LeistungsketteAbgestimmt", Rollen = "Fallmanager", Anforderungen = "R62")]
public sealed record LeistungsketteAbgestimmt(string KetteId, string Ergebnis) : Tatsache
{
    public override string? Bezug => KetteId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("ketteId", KetteId, Pruefung.Kurz).Text("ergebnis", Ergebnis).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, KetteId, Strangart.Leistungskette),
    ];

    public override bool AnswersTasks(Fall vorher, DateOnly wirksamAm) => !(vorher.FindStrang(KetteId)?.StandVom > wirksamAm);

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindStrang(KetteId) is { } strang && strang.StandVom < eintrag.WirksamAm)
            strang.StandVom = eintrag.WirksamAm;
    }
}
