using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Domain.Tatsachen;

/// <summary>The Fall is taken up again from aftercare: same Fall, history intact, no new entry check.</summary>
[Tatsache("FallWiederAufgenommen", Rollen = "Fallmanager", Anforderungen = "R74")]
public sealed record FallWiederAufgenommen(string Anlass) : Tatsache
{
    public override IEnumerable<Eingabefehler> Validate() => new Pruefung().Text("anlass", Anlass).Fehler;

    public override IEnumerable<IRegel> Regeln(Fall fall, Erfassung erfassung) =>
    [
        new FallMussInNachbetreuungSein(fall),
    ];

    internal override Besprechungsstand BeimErfassen => Besprechungsstand.Besprochen;

    internal override void ApplyTo(Fall fall, Eintrag eintrag)
    {
        fall.Status = Fallstatus.Laufend;
        fall.AufgenommenAm = eintrag.WirksamAm;
        fall.LetzterKontaktAm = eintrag.WirksamAm;
        fall.VerlaengerungMonate = 0;
        fall.RhythmusWochen = null;
        fall.PlanStandVom = null;
        fall.PlanVereinbartAm = null;
        fall.AbgeschlossenAm = null;

        // A return before the closing is settled: the Fall is no longer placement's to read (R88).
        fall.RueckgabeAm = null;
    }
}
