using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The aftercare period has ended by itself.</summary>
[Tatsache("NachbetreuungBeendet", Anforderungen = "R73")]
public sealed record NachbetreuungBeendet() : Tatsache
{
    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Status = Fallstatus.Beendet;
        fall.EndStraenge(eintrag.WirksamAm);
        fall.EndTermine();
        fall.Phase = Phase.Beendet;
        fall.BeendetAm = eintrag.WirksamAm;
    }
}
