using FallWorkflow.Application.Fristen;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Web.Faelle;

/// <summary>The dates at the head of a Fall, by the office's concept and what was agreed for this Fall. The processes set the tasks.</summary>
internal sealed record Kopfdaten(DateOnly? KontaktAb, DateOnly? KontaktBis, DateOnly? UeberpruefungAm, DateOnly? DauerEnde, DateOnly? DauerWarnung)
{
    public static Kopfdaten Of(Fallblick blick)
    {
        if (blick.Fall.Status != Fallstatus.Laufend)
            return new(null, null, null, null, null);
        var fristen = blick.Fristen;
        return new(
            Last(fristen, Ankerpunkte.LetzterKontakt, Fristparameter.KontaktfensterBeginn),
            Last(fristen, Ankerpunkte.LetzterKontakt, Fristparameter.KontaktfensterEnde),
            Last(fristen, Ankerpunkte.PlanStand, Fristparameter.PlanueberpruefungAbstand),
            Last(fristen, Ankerpunkte.Aufnahme, Fristparameter.DauerGrenze),
            fristen.Find(new Fristregel("", Ankerpunkte.Aufnahme, Parameter: Fristparameter.DauerGrenze, Punkt: Fristpunkt.Vorher, VorlaufParameter: Fristparameter.DauerWarnung))?.Vorher);
    }

    // A concept without a value for a period has no date to show; the processes report it where they need it.
    private static DateOnly? Last(Fristenplan fristen, string anker, string parameter) =>
        fristen.Find(new Fristregel("", anker, Parameter: parameter))?.LetzterTag;
}
