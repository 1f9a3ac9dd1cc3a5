using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An appointment is called off; nobody is reminded of it, and nothing follows for the client (R50).</summary>
[Tatsache("TerminAbgesagt", Rollen = "Fallmanager,Teamleitung", Anforderungen = "R50")]
public sealed record TerminAbgesagt(string TerminId, Absageseite Durch, string Grund) : Tatsache
{
    public override string? Bezug => TerminId;

    public override IEnumerable<Eingabefehler> Validate() => new Pruefung()
        .Text("terminId", TerminId, Pruefung.Kurz).Enum("durch", Durch).Text("grund", Grund).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new TerminMussOffenSein(fall, TerminId),
    ];

    internal override Besprechungsstand BeimErfassen => Durch == Absageseite.Klient ? Besprechungsstand.Besprochen : Besprechungsstand.NochNichtBesprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.CloseTermin(TerminId, Terminstand.Abgesagt);
}
