using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Results over Fälle (R77): change per life area, and apart from it whether work was found.</summary>
/// <param name="Faelle">Fälle of the period.</param>
/// <param name="Abgeschlossen">Of these, closed with the joint evaluation within the period.</param>
/// <param name="OhneAbschluss">Ended within the period without it (R75).</param>
/// <param name="ArbeitGefunden">Of the closed ones, those that found work.</param>
public sealed record Ergebnissummen(int Faelle, int Abgeschlossen, int OhneAbschluss, int ArbeitGefunden, IReadOnlyList<Bereichssumme> Bereiche)
{
    public static Ergebnissummen Of(Statistikbereich bereich, IReadOnlyCollection<Fallbogen> boegen)
    {
        var abgeschlossen = boegen.Where(b => b.ArbeitGefunden is not null && bereich.Contains(b.AusgetretenAm)).ToList();
        var bewegungen = boegen.SelectMany(b => b.Bewegungen).ToLookup(b => b.Bereich);
        return new(
            boegen.Count, abgeschlossen.Count, boegen.Count(b => b.OhneAbschluss is not null && bereich.Contains(b.AusgetretenAm)),
            abgeschlossen.Count(b => b.ArbeitGefunden == true),
            [.. Enum.GetValues<Lebensbereich>().Select(b => Bereichssumme.Of(b, [.. bewegungen[b]]))]);
    }
}
