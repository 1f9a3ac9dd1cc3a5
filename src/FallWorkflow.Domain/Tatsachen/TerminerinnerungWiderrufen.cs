using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The client takes the consent to be reminded back; from now on nothing is sent (R88).</summary>
[Tatsache("TerminerinnerungWiderrufen", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R88")]
public sealed record TerminerinnerungWiderrufen(string? Anmerkung = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new TerminerinnerungMussGewuenschtSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.SetErinnerung(null, null);
}
