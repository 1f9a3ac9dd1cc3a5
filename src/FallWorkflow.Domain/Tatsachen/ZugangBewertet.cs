using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>Outcome of the access check under the concept in force; follows the check by itself.</summary>
[Tatsache("ZugangBewertet", Anforderungen = "R01,R04,R05")]
public sealed record ZugangBewertet(bool Erfuellt, string Regel, int KonzeptVersion) : Tatsache
{
    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Zugang = new(Erfuellt, Regel, KonzeptVersion);
    }
}
