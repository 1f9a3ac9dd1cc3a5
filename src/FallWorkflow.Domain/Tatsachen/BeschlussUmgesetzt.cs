using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>What came of a decision of a case conference.</summary>
[Tatsache("BeschlussUmgesetzt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R63")]
public sealed record BeschlussUmgesetzt(string BeschlussId, string Ergebnis) : Tatsache
{
    public override string? Bezug => BeschlussId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("beschlussId", BeschlussId, Pruefung.Kurz).Text("ergebnis", Ergebnis).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new StrangMussOffenSein(fall, BeschlussId, Strangart.Konferenzbeschluss),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.EndStrang(BeschlussId, eintrag.WirksamAm);
}
