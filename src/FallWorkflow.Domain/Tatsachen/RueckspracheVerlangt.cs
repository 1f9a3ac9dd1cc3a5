using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>One side demands a conversation; the step then waits for its note.</summary>
[Tatsache("RueckspracheVerlangt", Rollen = "Fallmanager,Integrationsfachkraft,Teamleitung", Anforderungen = "R06,R08")]
public sealed record RueckspracheVerlangt(Seite VonSeite, string Anlass) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("vonSeite", VonSeite).Text("anlass", Anlass).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussErfolgtSein(fall),
        new RueckspracheImLaufendenVorgang(fall),
    ];

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.RueckspracheOffen = true;
    }
}
