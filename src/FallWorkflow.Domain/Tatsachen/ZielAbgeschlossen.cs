using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A goal ends; missed or given up needs a reason.</summary>
[Tatsache("ZielAbgeschlossen", Rollen = "Fallmanager", Anforderungen = "R31,R32")]
public sealed record ZielAbgeschlossen(string ZielId, Zielergebnis Ergebnis, string? Begruendung = null) : Tatsache
{
    public override string? Bezug => ZielId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("zielId", ZielId, Pruefung.Kurz).Enum("ergebnis", Ergebnis).When(Ergebnis != Zielergebnis.Erreicht && string.IsNullOrWhiteSpace(Begruendung), "begruendung", "ZielOhneBegruendung").Optional("begruendung", Begruendung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
        new ZielMussBestehen(fall, ZielId),
        new ZielMussOffenSein(fall, ZielId),
        new UeberschrittenesZielBrauchtBegruendung(fall, ZielId, erfassung.WirksamAm, Begruendung),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        if (fall.FindZiel(ZielId) is not { } ziel)
            return;
        ziel.Ergebnis = Ergebnis;
        ziel.AbgeschlossenAm = eintrag.WirksamAm;
    }
}
