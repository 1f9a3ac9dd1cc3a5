using FallWorkflow.Application.Abfragen;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Sums what is missing over Fälle (R44).</summary>
internal static class Lueckenzaehlung
{
    public static IReadOnlyList<string> Arten { get; } = ["AngebotFehlt", "AngebotGefunden"];

    public static IReadOnlyList<Angebotsluecke> Sum(IReadOnlyList<EintragRow> eintraege, DateOnly von, DateOnly bis)
    {
        var tatsachen = eintraege.OrderBy(e => e.ErfasstAm).ThenBy(e => e.Nr).Select(e => (e.FallId, e.WirksamAm, Tatsache: TatsachenKatalog.Deserialize(e.Art, e.Daten))).ToList();
        var gefunden = tatsachen.Where(t => t.Tatsache is AngebotGefunden)
            .GroupBy(t => (t.FallId, t.Tatsache.Bezug)).ToDictionary(g => g.Key, g => g.Min(t => t.WirksamAm));
        return
        [
            .. tatsachen.Where(t => t.Tatsache is AngebotFehlt)
                .Select(t => (t.FallId, ((AngebotFehlt)t.Tatsache).Angebot, Bis: gefunden.TryGetValue((t.FallId, t.Tatsache.Bezug), out var ende) ? ende : (DateOnly?)null))
                .Where(l => l.Angebot.Seit <= bis && !(l.Bis < von))
                .GroupBy(l => (l.Angebot.Art, Gebiet: l.Angebot.Gebiet.Trim().ToUpperInvariant()))
                .Select(g => new Angebotsluecke(
                    g.Key.Art, g.First().Angebot.Gebiet.Trim(), g.Min(l => l.Angebot.Seit),
                    g.Select(l => l.FallId).Distinct().Count(), g.Where(l => l.Bis is null).Select(l => l.FallId).Distinct().Count(),
                    g.Average(l => (double)(Min(l.Bis, bis).DayNumber - l.Angebot.Seit.DayNumber))))
                .OrderByDescending(l => l.Faelle).ThenBy(l => l.Art).ThenBy(l => l.Gebiet, StringComparer.Ordinal),
        ];
    }

    private static DateOnly Min(DateOnly? gefunden, DateOnly ende) => gefunden < ende ? gefunden.Value : ende;
}
