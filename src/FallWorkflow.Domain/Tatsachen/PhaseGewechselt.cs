using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The Fall moves to another phase; phases can be re-entered.</summary>
/// <param name="Daneben">The phase begins beside the present one, which goes on.</param>
[Tatsache("PhaseGewechselt", Rollen = "Fallmanager", Anforderungen = "R22,R87")]
public sealed record PhaseGewechselt(Phase Phase, bool Daneben = false) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Enum("phase", Phase).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new UebergabeMussErfolgtSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.KeineNotiz;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.EnterPhase(Phase, Daneben);
    }
}
