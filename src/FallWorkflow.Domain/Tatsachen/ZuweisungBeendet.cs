using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The partner reports the end with the result; it stays open until the result is taken up.</summary>
[Tatsache("ZuweisungBeendet", Rollen = "Traeger,Fallmanager", Anforderungen = "R59,R61")]
public sealed record ZuweisungBeendet(string ZuweisungId, DateOnly Ende, string Ergebnis) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Datum("ende", Ende).Text("ergebnis", Ergebnis).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussAngenommenSein(fall, ZuweisungId),
    ];

    /// <summary>What the service has begun is handed over to the next one of its chain (R62).</summary>
    public override IEnumerable<Tatsache> Folgen(Fall fall) => fall.Straenge.Values
        .Where(s => s is { Art: Strangart.Leistungskette, IstOffen: true } && s.Zuweisungen.Contains(ZuweisungId) && s.Zuweisungen[^1] != ZuweisungId)
        .Select(s => new UebergangFaellig(s.Id, ZuweisungId));

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
        {
            zuweisung.Stand = Zuweisungsstand.Beendet;
            zuweisung.BeendetAm = Ende;
            zuweisung.Ergebnis = Ergebnis;
        }
    }
}
