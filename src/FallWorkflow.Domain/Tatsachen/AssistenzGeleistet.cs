using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An assisting service: to accompany, to instruct, to act for the client; only with the client's permission.</summary>
/// <param name="Minuten">Time spent, 1 to 600 minutes; null if not noted (R82).</param>
[Tatsache("AssistenzGeleistet", Rollen = "Fallmanager", Anforderungen = "R53,R82")]
public sealed record AssistenzGeleistet(
    Assistenzart Art, string Was, bool KlientErlaubt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Minuten = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("art", Art).Text("was", Was).When(!KlientErlaubt, "klientErlaubt", "AssistenzOhneErlaubnis").Minuten("minuten", Minuten).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussAufgenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Add(new Assistenz(eintrag.WirksamAm, Art, Was));
}
