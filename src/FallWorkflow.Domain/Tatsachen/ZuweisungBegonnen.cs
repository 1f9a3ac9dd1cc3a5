using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The partner reports the start.</summary>
[Tatsache("ZuweisungBegonnen", Rollen = "Traeger,Fallmanager", Anforderungen = "R59")]
public sealed record ZuweisungBegonnen(string ZuweisungId, DateOnly Beginn, string? Anmerkung = null) : Tatsache
{
    public override string? Bezug => ZuweisungId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zuweisungId", ZuweisungId, Pruefung.Kurz).Datum("beginn", Beginn).Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new ZuweisungMussAngenommenSein(fall, ZuweisungId),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZuweisung(ZuweisungId) is { } zuweisung)
        {
            zuweisung.Stand = Zuweisungsstand.Begonnen;
            zuweisung.BegonnenAm = Beginn;
        }
    }
}
