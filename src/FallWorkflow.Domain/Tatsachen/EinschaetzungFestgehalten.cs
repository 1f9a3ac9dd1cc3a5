using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Rating of life areas on the fixed scale 1 to 5.</summary>
[Tatsache("EinschaetzungFestgehalten", Rollen = "Fallmanager", Anforderungen = "R78")]
public sealed record EinschaetzungFestgehalten(IReadOnlyList<Einschaetzung> Werte, string Anlass) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().When(Werte is null or { Count: 0 }, "werte", "SkalaFehlt").Skalen("werte", Werte).Text("anlass", Anlass, Pruefung.Kurz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.AddEinschaetzung(eintrag.WirksamAm, Anlass, Werte);
    }
}
