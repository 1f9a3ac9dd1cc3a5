using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A goal gets another date; reason required, the original date is kept.</summary>
[Tatsache("ZielVerschoben", Rollen = "Fallmanager", Anforderungen = "R31")]
public sealed record ZielVerschoben(string ZielId, DateOnly Bis, string Begruendung) : Tatsache
{
    public override string? Bezug => ZielId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zielId", ZielId, Pruefung.Kurz).Datum("bis", Bis).Text("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussLaufen(fall),
        new ZielMussBestehen(fall, ZielId),
        new ZielMussOffenSein(fall, ZielId),
        new ZeitrahmenMussInDerZukunftLiegen(Bis, erfassung.WirksamAm),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZiel(ZielId) is { } ziel)
            ziel.Bis = Bis;
    }
}
