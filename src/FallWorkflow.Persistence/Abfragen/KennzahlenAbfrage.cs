using FallWorkflow.Application.Abfragen;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

/// <summary>Query shapes of the reports.</summary>
internal static class KennzahlenAbfrage
{
    private const string KontaktGehalten = "KontaktGehalten";

    public static IQueryable<FormUndAnzahl> Kontaktformen(FallWorkflowDbContext context, string? bueroId, DateOnly von, DateOnly bis)
    {
        var eintraege = context.Set<EintragRow>().AsNoTracking();
        var gueltige = eintraege.Where(e => e.Art == KontaktGehalten && e.Merkmal != null && e.WirksamAm >= von && e.WirksamAm <= bis
            && !eintraege.Any(neuer => neuer.Berichtigt == e.Id));
        if (bueroId is not null)
            gueltige = gueltige.Where(e => context.Set<FallRow>().Any(f => f.Id == e.FallId && f.BueroId == bueroId));
        return gueltige.GroupBy(e => e.Merkmal!).Select(g => new FormUndAnzahl { Form = g.Key, Anzahl = g.Count() });
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

internal sealed class Erreichungszahlen
{
    public required int Uebergeben { get; init; }

    public required int Geprueft { get; init; }

    public required int Erfuellt { get; init; }

    public required int Aufgenommen { get; init; }

    public required int GeprueftNichtAufgenommen { get; init; }

    public Erreichungsgrad ToErreichungsgrad() => new(Uebergeben, Geprueft, Erfuellt, Aufgenommen, GeprueftNichtAufgenommen);
}
