using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The placement officer answers a question about the handover.</summary>
[Tatsache("NachfrageBeantwortet", Rollen = "Integrationsfachkraft", Anforderungen = "R07")]
public sealed record NachfrageBeantwortet(string Antwort) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("antwort", Antwort).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
