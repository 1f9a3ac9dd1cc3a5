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

    public static IQueryable<FormUndAnzahl> Kontaktformen(IQueryable<FallRow> faelle, FallWorkflowDbContext context, DateOnly von, DateOnly bis) =>
        Gueltige(faelle, context, KontaktGehalten, von, bis).Where(e => e.Merkmal != null)
            .GroupBy(e => e.Merkmal!).Select(g => new FormUndAnzahl { Form = g.Key, Anzahl = g.Count() });

    /// <summary>Goals agreed, by whether they are detours.</summary>
    public static IQueryable<FormUndAnzahl> Ziele(IQueryable<FallRow> faelle, FallWorkflowDbContext context, DateOnly von, DateOnly bis) =>
        Gueltige(faelle, context, ZielVereinbart, von, bis)
            .GroupBy(e => e.Merkmal ?? "").Select(g => new FormUndAnzahl { Form = g.Key, Anzahl = g.Count() });

    public static IQueryable<FallUndAnzahl> Wechsel(IQueryable<FallRow> faelle, FallWorkflowDbContext context, DateOnly von, DateOnly bis) =>
        Gueltige(faelle, context, FallmanagerGewechselt, von, bis)
            .GroupBy(e => e.FallId).Select(g => new { FallId = g.Key, Anzahl = g.Count() })
            .Join(faelle, w => w.FallId, f => f.Id, (w, f) => new FallUndAnzahl { FallId = f.Id, Nummer = f.Nummer, Anzahl = w.Anzahl })
            .OrderByDescending(w => w.Anzahl).ThenBy(w => w.Nummer);

    /// <summary>Entries of a kind that no correction supersedes.</summary>
    private static IQueryable<EintragRow> Gueltige(IQueryable<FallRow> faelle, FallWorkflowDbContext context, string art, DateOnly von, DateOnly bis)
    {
        var eintraege = context.Set<EintragRow>().AsNoTracking();
        return eintraege.Where(e => e.Art == art && e.WirksamAm >= von && e.WirksamAm <= bis && !eintraege.Any(neuer => neuer.Berichtigt == e.Id)
            && faelle.Any(f => f.Id == e.FallId));
    }

    /// <summary>Facts of these kinds that no correction has superseded; what stands in them is read afterwards, since no database has to read JSON.</summary>
    public static IQueryable<EintragRow> Eintraege(IQueryable<FallRow> faelle, FallWorkflowDbContext context, IReadOnlyList<string> arten)
    {
        var eintraege = context.Set<EintragRow>().AsNoTracking();
        return eintraege.Where(e => arten.Contains(e.Art) && !eintraege.Any(neuer => neuer.Berichtigt == e.Id)
            && faelle.Any(f => f.Id == e.FallId));
    }

    public static IQueryable<Erreichungszahlen> Erreichungsgrad(IQueryable<FallRow> faelle, DateOnly von, DateOnly bis) =>
        faelle.Where(f => f.UebergebenAm >= von && f.UebergebenAm <= bis)
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
