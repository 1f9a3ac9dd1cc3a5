using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Termine;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Persistence.Abfragen;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class TermineStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : ITermine
{
    public Task<IReadOnlyList<Terminzeile>> ListAsync(Akteur akteur, DateTimeOffset von, DateTimeOffset bis, int max = 1000, CancellationToken cancellation = default) =>
        ReadAsync(c => TerminAbfrage.Visible(c, akteur, von, bis, max), cancellation);

    public Task<IReadOnlyList<Terminzeile>> OfFallmanagerAsync(string fallmanagerId, DateTimeOffset von, DateTimeOffset bis, CancellationToken cancellation = default) =>
        ReadAsync(c => TerminAbfrage.OfFallmanager(c, fallmanagerId, von, bis), cancellation);

    public Task<IReadOnlyList<Terminzeile>> ZuErinnernAsync(string bueroId, DateTimeOffset von, DateTimeOffset bis, CancellationToken cancellation = default) =>
        ReadAsync(c => TerminAbfrage.ZuErinnern(c, bueroId, von, bis), cancellation);

    private Task<IReadOnlyList<Terminzeile>> ReadAsync(Func<FallWorkflowDbContext, IQueryable<Terminzeile>> query, CancellationToken cancellation) =>
        guard.RunAsync<IReadOnlyList<Terminzeile>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await query(context).ToListAsync(cancellation);
        });
}
