using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class BefragungenStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IBefragungen
{
    public Task AddAsync(Befragungslink link, CancellationToken cancellation = default) => InsertAsync(link, cancellation);

    public Task AddAsync(Befragungsantwort antwort, CancellationToken cancellation = default) => InsertAsync(antwort, cancellation);

    public Task<Befragungslink?> FindLinkAsync(string pruefsumme, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Befragungslink>().AsNoTracking().SingleOrDefaultAsync(l => l.Pruefsumme == pruefsumme, cancellation);
    });

    public Task RemoveLinkAsync(string pruefsumme, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Befragungslink>().Where(l => l.Pruefsumme == pruefsumme).ExecuteDeleteAsync(cancellation);
    });

    public Task<bool> AnswerAsync(string pruefsumme, Befragungsantwort antwort, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Set<Befragungslink>().Where(l => l.Pruefsumme == pruefsumme).ExecuteDeleteAsync(cancellation) == 0)
            return false;
        context.Add(antwort);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    });

    public Task<Befragungssumme> SumAsync(string bueroId, DateOnly von, DateOnly bis, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        var (erster, letzter) = (new DateOnly(von.Year, von.Month, 1), new DateOnly(bis.Year, bis.Month, 1));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var summe = await context.Set<Befragungsantwort>().AsNoTracking()
            .Where(a => a.BueroId == bueroId && a.Monat >= erster && a.Monat <= letzter)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Antworten = g.Count(),
                Respekt = new { N = g.Count(a => a.Respekt != null), Mittel = g.Average(a => a.Respekt) },
                Verstaendlichkeit = new { N = g.Count(a => a.Verstaendlichkeit != null), Mittel = g.Average(a => a.Verstaendlichkeit) },
                Mitbestimmung = new { N = g.Count(a => a.Mitbestimmung != null), Mittel = g.Average(a => a.Mitbestimmung) },
                Unterstuetzung = new { N = g.Count(a => a.Unterstuetzung != null), Mittel = g.Average(a => a.Unterstuetzung) },
                Zufriedenheit = new { N = g.Count(a => a.Zufriedenheit != null), Mittel = g.Average(a => a.Zufriedenheit) },
            })
            .SingleOrDefaultAsync(cancellation);
        return summe is null
            ? new(0, null, null, null, null, null)
            : new(
                summe.Antworten < Befragungssumme.Mindestzahl ? null : summe.Antworten,
                Shown(summe.Respekt.N, summe.Respekt.Mittel), Shown(summe.Verstaendlichkeit.N, summe.Verstaendlichkeit.Mittel),
                Shown(summe.Mitbestimmung.N, summe.Mitbestimmung.Mittel), Shown(summe.Unterstuetzung.N, summe.Unterstuetzung.Mittel),
                Shown(summe.Zufriedenheit.N, summe.Zufriedenheit.Mittel));
    });

    private static double? Shown(int anzahl, double? mittel) => anzahl < Befragungssumme.Mindestzahl ? null : mittel;

    private Task InsertAsync<T>(T row, CancellationToken cancellation)
        where T : class => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(row);
        return await context.SaveChangesAsync(cancellation);
    });
}
