using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The Fall moves to another phase; phases can be re-entered.</summary>
[Tatsache("PhaseGewechselt", Rollen = "Fallmanager", Anforderungen = "R22,R87")]
public sealed record PhaseGewechselt(Phase Phase) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("phase", Phase).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussErfolgtSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.KeineNotiz;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Phase = Phase;
    }
}
