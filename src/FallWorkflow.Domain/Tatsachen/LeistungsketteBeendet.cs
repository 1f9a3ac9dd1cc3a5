using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A chain of services is over; its services go on or end by themselves.</summary>
[Tatsache("LeistungsketteBeendet", Rollen = "Fallmanager", Anforderungen = "R62")]
public sealed record LeistungsketteBeendet(string KetteId, string Ergebnis) : Tatsache
{
    public override string? Bezug => KetteId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("ketteId", KetteId, Pruefung.Kurz).Text("ergebnis", Ergebnis).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, KetteId, Strangart.Leistungskette),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(KetteId, eintrag.WirksamAm);
}
