using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The retention period starts; nothing is deleted while no period is set.</summary>
[Tatsache("AufbewahrungBegonnen", Anforderungen = "R90")]
public sealed record AufbewahrungBegonnen() : Tatsache
{
    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.AufbewahrungAb = fall.BeendetAm ?? eintrag.WirksamAm;
    }
}
