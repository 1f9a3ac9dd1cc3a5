using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Advice among colleagues has ended; nobody else reads the Fall any more.</summary>
[Tatsache("BeratungBeendet", Rollen = "Fallmanager", Anforderungen = "R83")]
public sealed record BeratungBeendet(string? Ergebnis = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Optional("ergebnis", Ergebnis).Fehler;

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Vorlaeufig;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.CloseBeratung();
}
