using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The receiving side asks back before it answers the handover.</summary>
[Tatsache("UebergabeNachgefragt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R07")]
public sealed record UebergabeNachgefragt(string Frage) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("frage", Frage).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussErfolgtSein(fall),
        new UeberAufnahmeDarfNochNichtEntschiedenSein(fall),
        new UebergabeDarfNochNichtAngenommenSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
    }
}
