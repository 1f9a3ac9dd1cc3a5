using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The placement officer confirms the return.</summary>
[Tatsache("RueckgabeBestaetigt", Rollen = "Integrationsfachkraft", Anforderungen = "R08")]
public sealed record RueckgabeBestaetigt(string? Anmerkung = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new RueckgabeMussErklaertSein(fall),
        new RueckspracheMussGefuehrtSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => string.IsNullOrWhiteSpace(Anmerkung) ? Besprechungsstand.KeineNotiz : Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
