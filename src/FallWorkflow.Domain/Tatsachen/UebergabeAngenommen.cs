using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The handover is accepted; from now on one Fallmanager is responsible.</summary>
[Tatsache("UebergabeAngenommen", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R07")]
public sealed record UebergabeAngenommen(string FallmanagerId, string? Anmerkung = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("fallmanagerId", FallmanagerId, Pruefung.Kurz).Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussErfolgtSein(fall),
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
        new UebergabeDarfNochNichtAngenommenSein(fall),
        new RueckspracheMussGefuehrtSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => string.IsNullOrWhiteSpace(Anmerkung) ? Besprechungsstand.KeineNotiz : Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.FallmanagerId = FallmanagerId;
        fall.UebergabeAngenommenAm = eintrag.WirksamAm;
    }
}
