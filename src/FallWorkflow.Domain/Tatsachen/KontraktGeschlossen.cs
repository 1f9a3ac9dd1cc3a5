using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The oral contract: content and rules of both sides; no signature.</summary>
[Tatsache("KontraktGeschlossen", Rollen = "Fallmanager", Anforderungen = "R14")]
public sealed record KontraktGeschlossen(string Inhalt, string RegelnKlient, string RegelnFallmanagement) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("inhalt", Inhalt).Text("regelnKlient", RegelnKlient).Text("regelnFallmanagement", RegelnFallmanagement).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
