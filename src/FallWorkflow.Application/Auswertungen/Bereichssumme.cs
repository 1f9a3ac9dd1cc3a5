using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>How one life area moved over Fälle (R78). Means are on the scale 1 (schwer belastet) to 5 (stabil); null without a value.</summary>
/// <param name="Eingeschaetzt">Fälle with a first rating; the next two have one at a review, or at the end.</param>
/// <param name="Verglichen">Fälle with a start and a later rating; only these count as moved or unchanged.</param>
/// <param name="MittlereSchritte">Mean movement of those compared, −4 to 4.</param>
public sealed record Bereichssumme(
    Lebensbereich Bereich, int Eingeschaetzt, int Ueberprueft, int AmEnde, int Verglichen, int Stabiler, int Gleich, int Belasteter,
    double? MittelStart, double? MittelUeberpruefung, double? MittelEnde, double? MittlereSchritte)
{
    public static Bereichssumme Of(Lebensbereich bereich, IReadOnlyCollection<Bewegung> bewegungen)
    {
        var schritte = bewegungen.Where(b => b.Schritte is not null).Select(b => b.Schritte!.Value).ToList();
        return new(
            bereich, bewegungen.Count, bewegungen.Count(b => b.Ueberpruefung is not null), bewegungen.Count(b => b.Ende is not null), schritte.Count, schritte.Count(s => s > 0), schritte.Count(s => s == 0), schritte.Count(s => s < 0),
            bewegungen.Average(b => (double?)b.Start), bewegungen.Average(b => (double?)b.Ueberpruefung), bewegungen.Average(b => (double?)b.Ende),
            schritte.Count == 0 ? null : schritte.Average());
    }
}
