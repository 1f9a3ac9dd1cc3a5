using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>
/// The satisfaction survey was offered after the Fall was closed, by link or on paper. The Akte learns neither link nor answer,
/// and not even whether there was one.
/// </summary>
[Tatsache("BefragungAngeboten", Rollen = "Fallmanager", Anforderungen = "R80")]
public sealed record BefragungAngeboten() : Tatsache
{
    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussAbgeschlossenSein(fall),
        new BefragungNurEinmal(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag) => fall.BefragungAngebotenAm = eintrag.WirksamAm;
}
