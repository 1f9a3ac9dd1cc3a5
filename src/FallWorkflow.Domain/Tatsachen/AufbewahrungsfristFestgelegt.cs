using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Data protection sets the retention period for this Fall.</summary>
[Tatsache("AufbewahrungsfristFestgelegt", Rollen = "Datenschutz", Anforderungen = "R90")]
public sealed record AufbewahrungsfristFestgelegt(string Frist) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("frist", Frist, Pruefung.Kurz).Frist("frist", Frist).Fehler;

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.KeineNotiz;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.AufbewahrungFrist = Frist;
}
