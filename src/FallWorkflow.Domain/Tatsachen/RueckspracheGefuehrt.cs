using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Note of the conversation that was demanded.</summary>
[Tatsache("RueckspracheGefuehrt", Rollen = "Fallmanager,Integrationsfachkraft,Teamleitung", Anforderungen = "R06,R08")]
public sealed record RueckspracheGefuehrt(string Notiz) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("notiz", Notiz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new RueckspracheMussVerlangtSein(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.RueckspracheOffen = false;
    }
}
