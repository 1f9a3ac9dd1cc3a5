using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The client's own decision for or against Fallmanagement.</summary>
[Tatsache("KlientEntschieden", Rollen = "Fallmanager", Anforderungen = "R03")]
public sealed record KlientEntschieden(bool MoechteFallmanagement, string? Anmerkung = null) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Optional("anmerkung", Anmerkung).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallDarfNichtBeendetSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.KlientMoechte = MoechteFallmanagement;
    }
}
