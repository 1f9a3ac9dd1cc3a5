using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>A contact that did not happen; the clock goes on, and nothing else follows. To be discussed at the next contact.</summary>
/// <param name="TerminId">Appointment that did not take place; without one the Fall must have begun.</param>
[Tatsache("KontaktAusgefallen", Rollen = "Fallmanager", Anforderungen = "R24,R50")]
public sealed record KontaktAusgefallen(
    string Grund,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TerminId = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("grund", Grund).Optional("terminId", TerminId, Pruefung.Kurz).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new AusfallVorAufnahmeBrauchtTermin(fall, TerminId),
        new FallDarfNichtBeendetSein(fall),
        new TerminMussOffenSein(fall, TerminId),
        new TerminMussErreichtSein(fall, TerminId, erfassung.WirksamAm),
    ];

    /// <summary>A contact that was entered as held, in the wrong Akte for example, did not take place (R50).</summary>
    internal override bool MayReplace(Tatsache alt) => alt is KontaktGehalten;

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.NochNichtBesprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.CloseTermin(TerminId, Terminstand.Ausgefallen);
}
