using FallWorkflow.Application.Abfragen;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of the reports.</summary>
internal static class KennzahlenAbfrage
{
    private const string KontaktGehalten = "KontaktGehalten";
    private const string ZielVereinbart = "ZielVereinbart";
    private const string FallmanagerGewechselt = "FallmanagerGewechselt";

    public static IQueryable<FormUndAnzahl> Kontaktformen(FallWorkflowDbContext context, string? bueroId, DateOnly von, DateOnly bis) =>
        Gueltige(context, KontaktGehalten, bueroId, von, bis).Where(e => e.Merkmal != null)
            .GroupBy(e => e.Merkmal!).Select(g => new FormUndAnzahl { Form = g.Key, Anzahl = g.Count() });

    /// <summary>Goals agreed, by whether they are detours.</summary>
    public static IQueryable<FormUndAnzahl> Ziele(FallWorkflowDbContext context, string? bueroId, DateOnly von, DateOnly bis) =>
        Gueltige(context, ZielVereinbart, bueroId, von, bis)
            .GroupBy(e => e.Merkmal ?? "").Select(g => new FormUndAnzahl { Form = g.Key, Anzahl = g.Count() });

    public static IQueryable<FallUndAnzahl> Wechsel(FallWorkflowDbContext context, string? bueroId, DateOnly von, DateOnly bis) =>
        Gueltige(context, FallmanagerGewechselt, bueroId, von, bis)
            .GroupBy(e => e.FallId).Select(g => new { FallId = g.Key, Anzahl = g.Count() })
            .Join(context.Set<FallRow>(), w => w.FallId, f => f.Id, (w, f) => new FallUndAnzahl { FallId = f.Id, Nummer = f.Nummer, Anzahl = w.Anzahl })
            .OrderByDescending(w => w.Anzahl).ThenBy(w => w.Nummer);

    /// <summary>Entries of a kind that no correction supersedes.</summary>
    private static IQueryable<EintragRow> Gueltige(FallWorkflowDbContext context, string art, string? bueroId, DateOnly von, DateOnly bis)
    {
        var eintraege = context.Set<EintragRow>().AsNoTracking();
        var gueltige = eintraege.Where(e => e.Art == art && e.WirksamAm >= von && e.WirksamAm <= bis && !eintraege.Any(neuer => neuer.Berichtigt == e.Id));
        return bueroId is null ? gueltige : gueltige.Where(e => context.Set<FallRow>().Any(f => f.Id == e.FallId && f.BueroId == bueroId));
    }

    /// <summary>Facts of these kinds that no correction has superseded; what stands in them is read afterwards, since no database has to read JSON.</summary>
    public static IQueryable<EintragRow> Eintraege(FallWorkflowDbContext context, string? bueroId, IReadOnlyList<string> arten)
    {
        var eintraege = context.Set<EintragRow>().AsNoTracking();
        return eintraege.Where(e => arten.Contains(e.Art) && !eintraege.Any(neuer => neuer.Berichtigt == e.Id)
            && (bueroId == null || context.Set<FallRow>().Any(f => f.Id == e.FallId && f.BueroId == bueroId)));
    }

    public static IQueryable<Erreichungszahlen> Erreichungsgrad(FallWorkflowDbContext context, string? bueroId, DateOnly von, DateOnly bis) =>
        context.Set<FallRow>().AsNoTracking()
            .Where(f => (bueroId == null || f.BueroId == bueroId) && f.UebergebenAm >= von && f.UebergebenAm <= bis)
            .GroupBy(_ => 1)
            .Select(g => new Erreichungszahlen
            {
                Uebergeben = g.Count(),
                Geprueft = g.Count(f => f.ZugangErfuellt != null),
                Erfuellt = g.Count(f => f.ZugangErfuellt == true),
                Aufgenommen = g.Count(f => f.ErstmalsAufgenommenAm != null),
                GeprueftNichtAufgenommen = g.Count(f => f.ZugangErfuellt != null && f.ErstmalsAufgenommenAm == null),
            });
}

internal sealed class FormUndAnzahl
{
    public required string Form { get; init; }

    public required int Anzahl { get; init; }
}

internal sealed class FallUndAnzahl
{
    public required Guid FallId { get; init; }

    public required string Nummer { get; init; }

    public required int Anzahl { get; init; }
}

internal sealed class Erreichungszahlen
{
    public required int Uebergeben { get; init; }

    public required int Geprueft { get; init; }

    public required int Erfuellt { get; init; }

    public required int Aufgenommen { get; init; }

    public required int GeprueftNichtAufgenommen { get; init; }

    public Erreichungsgrad ToErreichungsgrad() => new(Uebergeben, Geprueft, Erfuellt, Aufgenommen, GeprueftNichtAufgenommen);
}
