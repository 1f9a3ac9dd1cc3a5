using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>The indicators of R82.</summary>
/// <param name="Ausgetreten">Fälle that left in the period, from which the durations are computed.</param>
/// <param name="MittlereDauerTage">Mean days from first admission to exit of those that left in the period; null if nobody did.</param>
/// <param name="MedianDauerTage">The same, as median.</param>
/// <param name="Minuten">Time noted for contacts and assisting services of the period.</param>
/// <param name="FaelleMitZeit">Fälle for which any was noted.</param>
public sealed record Fallkennzahlen(
    Bestandszahlen Bestand, int Ausgetreten, double? MittlereDauerTage, double? MedianDauerTage,
    IReadOnlyList<Bedarfssumme> Bedarfe, IReadOnlyList<Bedarfsanzahl> Bedarfsanzahlen, int Minuten, int FaelleMitZeit)
{
    public static Fallkennzahlen Of(Statistikbereich bereich, Bestandszahlen bestand, IReadOnlyCollection<Fallbogen> boegen)
    {
        var dauern = boegen.Where(b => bereich.Contains(b.AusgetretenAm)).Select(b => b.Tage).Order().ToList();
        return new(
            bestand,
            dauern.Count,
            dauern.Count == 0 ? null : dauern.Average(),
            dauern.Count == 0 ? null : (dauern[(dauern.Count - 1) / 2] + dauern[dauern.Count / 2]) / 2d,
            [.. Enum.GetValues<Bedarfsbereich>().Select(b => new Bedarfssumme(b, boegen.Count(f => f.Bedarfe.Contains(b))))],
            [.. boegen.GroupBy(b => b.Bedarfe.Count).OrderBy(g => g.Key).Select(g => new Bedarfsanzahl(g.Key, g.Count()))],
            boegen.Sum(b => b.Minuten), boegen.Count(b => b.Minuten > 0));
    }
}
