using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class BefragungenStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IBefragungen
{
    public Task AddAsync(IReadOnlyList<Befragungslink> links, CancellationToken cancellation = default) => InsertAsync(links, cancellation);

    public Task AddAsync(Befragungsantwort antwort, CancellationToken cancellation = default) => InsertAsync([antwort], cancellation);

    public Task<Befragungslink?> FindLinkAsync(string pruefsumme, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Befragungslink>().AsNoTracking().SingleOrDefaultAsync(l => l.Pruefsumme == pruefsumme, cancellation);
    });

    public Task RemoveExpiredAsync(DateOnly heute, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Befragungslink>().Where(l => l.GueltigBis < heute).ExecuteDeleteAsync(cancellation);
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

    public Task<Befragungssumme> SumAsync(string bueroId, DateOnly vonQuartal, DateOnly bisQuartal, CancellationToken cancellation = default) =>
        guard.RunAsync<Befragungssumme>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<Befragungsantwort>().AsNoTracking()
                .Where(a => a.BueroId == bueroId && a.Quartal >= vonQuartal && a.Quartal <= bisQuartal)
                .GroupBy(_ => 1)
                .Select(g => new Befragungssumme(
                    g.Count(),
                    new Fragesumme(g.Count(a => a.Respekt != null), g.Average(a => a.Respekt)),
                    new Fragesumme(g.Count(a => a.Verstaendlichkeit != null), g.Average(a => a.Verstaendlichkeit)),
                    new Fragesumme(g.Count(a => a.Mitbestimmung != null), g.Average(a => a.Mitbestimmung)),
                    new Fragesumme(g.Count(a => a.Unterstuetzung != null), g.Average(a => a.Unterstuetzung)),
                    new Fragesumme(g.Count(a => a.Zufriedenheit != null), g.Average(a => a.Zufriedenheit))))
                .SingleOrDefaultAsync(cancellation) ?? new(0, new(0, null), new(0, null), new(0, null), new(0, null), new(0, null));
        });

    private Task<int> InsertAsync(IReadOnlyList<object> rows, CancellationToken cancellation) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.AddRange(rows);
        return await context.SaveChangesAsync(cancellation);
    });
}
