using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>An assisting service: to accompany, to instruct, to act for the client; only with the client's permission.</summary>
[Tatsache("AssistenzGeleistet", Rollen = "Fallmanager", Anforderungen = "R53")]
public sealed record AssistenzGeleistet(Assistenzart Art, string Was, bool KlientErlaubt) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("art", Art).Text("was", Was).When(!KlientErlaubt, "klientErlaubt", "AssistenzOhneErlaubnis").Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussAufgenommenSein(fall),
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.Add(new Assistenz(eintrag.WirksamAm, Art, Was));
}
