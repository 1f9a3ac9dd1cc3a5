using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>What came of the immediate step.</summary>
[Tatsache("NotfallVersorgt", Rollen = "Fallmanager", Anforderungen = "R28")]
public sealed record NotfallVersorgt(string Ergebnis) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("ergebnis", Ergebnis).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
