namespace FallWorkflow.Application.Auswertungen;

/// <summary>All sums of a period, made in one pass from the pattern of every Fall (R76).</summary>
public sealed record Gesamtauswertung(
    Ergebnissummen Ergebnisse, Zielsummen Ziele, IReadOnlyList<Leistungswirkung> Leistungen, Fallkennzahlen Kennzahlen, Kontakttreue Kontakttreue)
{
    public static Gesamtauswertung Of(Statistikbereich bereich, Bestandszahlen bestand, IReadOnlyCollection<Fallbogen> boegen) => new(
        Ergebnissummen.Of(bereich, boegen), Zielsummen.Of(bereich, boegen), Leistungswirkung.Of(bereich, boegen),
        Fallkennzahlen.Of(bereich, bestand, boegen), boegen.Aggregate(Kontakttreue.Keine, (summe, b) => summe + b.Kontakttreue));
}
