using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class ProzessentwurfStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IProzessentwuerfe
{
    public Task<IReadOnlyList<Entwurfsstand>> OpenAsync(CancellationToken cancellation = default) => guard.RunAsync<IReadOnlyList<Entwurfsstand>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Open(context).ToListAsync(cancellation);
    });

    internal static IQueryable<Entwurfsstand> Open(FallWorkflowDbContext context) =>
        context.Set<Entwurfsstand>().AsNoTracking()
            .Where(e => e.Json != null && !context.Set<Entwurfsstand>().Any(s => s.DefinitionId == e.DefinitionId && s.Nr > e.Nr))
            .OrderBy(e => e.DefinitionId);

    public Task<Entwurfsstand?> FindAsync(string definitionId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await OfDefinition(context, definitionId).FirstOrDefaultAsync(cancellation);
    });

    public Task<IReadOnlyList<Entwurfsstand>> HistoryAsync(string definitionId, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Entwurfsstand>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await OfDefinition(context, definitionId).Take(max).ToListAsync(cancellation);
        });

    internal static IQueryable<Entwurfsstand> OfDefinition(FallWorkflowDbContext context, string definitionId) =>
        context.Set<Entwurfsstand>().AsNoTracking().Where(e => e.DefinitionId == definitionId).OrderByDescending(e => e.Nr);

    public Task AppendAsync(Entwurfsstand stand, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(stand);
        await context.SaveChangesAsync(cancellation);
    });
}
