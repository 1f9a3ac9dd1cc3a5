using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class StammdatenStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IStammdaten
{
    public Task<Benutzer?> FindBenutzerAsync(string id, CancellationToken cancellation = default) => FindAsync<Benutzer>(id, cancellation);

    public Task<IReadOnlyList<Benutzer>> BenutzerAsync(string? bueroId = null, string? rolle = null, CancellationToken cancellation = default) =>
        ListAsync<Benutzer>(
            set => set.Where(b => (bueroId == null || b.BueroId == bueroId) && (rolle == null || b.Rolle == rolle)).OrderBy(b => b.Name).ThenBy(b => b.Id),
            cancellation);

    public Task<Buero?> FindBueroAsync(string id, CancellationToken cancellation = default) => FindAsync<Buero>(id, cancellation);

    public Task<IReadOnlyList<Buero>> BuerosAsync(CancellationToken cancellation = default) =>
        ListAsync<Buero>(set => set.OrderBy(b => b.Name).ThenBy(b => b.Id), cancellation);

    public Task<Traeger?> FindTraegerAsync(string id, CancellationToken cancellation = default) => FindAsync<Traeger>(id, cancellation);

    public Task<IReadOnlyList<Traeger>> TraegerAsync(CancellationToken cancellation = default) =>
        ListAsync<Traeger>(set => set.OrderBy(t => t.Name).ThenBy(t => t.Id), cancellation);

    public Task SaveAsync(Benutzer benutzer, CancellationToken cancellation = default) => SaveAsync(benutzer, benutzer.Id, cancellation);

    public Task SaveAsync(Buero buero, CancellationToken cancellation = default) => SaveAsync(buero, buero.Id, cancellation);

    public Task SaveAsync(Traeger traeger, CancellationToken cancellation = default) => SaveAsync(traeger, traeger.Id, cancellation);

    public async Task<IReadOnlyList<Fachkonzept>> FachkonzepteAsync(string bueroId, CancellationToken cancellation = default)
    {
        var rows = await ListAsync<FachkonzeptRow>(set => set.Where(f => f.BueroId == bueroId).OrderByDescending(f => f.Version), cancellation);
        return [.. rows.Select(r => r.ToFachkonzept())];
    }

    public Task<bool> PublishAsync(Fachkonzept fachkonzept, Eingangsschluessel? eingang = null, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.TryEnterAsync(eingang, cancellation))
            return false;
        context.Add(FachkonzeptRow.From(fachkonzept));
        await context.SaveChangesAsync(cancellation);
        return true;
    });

    private Task<T?> FindAsync<T>(string id, CancellationToken cancellation)
        where T : class => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.FindAsync<T>([id], cancellation);
    });

    private Task<IReadOnlyList<T>> ListAsync<T>(Func<IQueryable<T>, IQueryable<T>> query, CancellationToken cancellation)
        where T : class => guard.RunAsync<IReadOnlyList<T>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await query(context.Set<T>().AsNoTracking()).ToListAsync(cancellation);
    });

    private Task SaveAsync<T>(T value, string id, CancellationToken cancellation)
        where T : class => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.FindAsync<T>([id], cancellation) is { } stored)
            context.Entry(stored).CurrentValues.SetValues(value);
        else
            context.Add(value);
        await context.SaveChangesAsync(cancellation);
    });
}
