using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class ZugriffsprotokollStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IZugriffsprotokoll
{
    public Task AppendAsync(Zugriffsereignis ereignis, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(ereignis);
        await context.SaveChangesAsync(cancellation);
    });

    public Task<IReadOnlyList<Zugriffsereignis>> WeitergabenAsync(DateTimeOffset von, DateTimeOffset bis, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Zugriffsereignis>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<Zugriffsereignis>().AsNoTracking()
                .Where(z => (z.Art == Lesezugriff.Uebermittelt || z.Art == Lesezugriff.Ausgehaendigt) && z.At >= von && z.At < bis)
                .OrderByDescending(z => z.At).ThenByDescending(z => z.Id).Take(max).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<Zugriffsereignis>> OfFallAsync(Guid fallId, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Zugriffsereignis>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<Zugriffsereignis>().AsNoTracking().Where(z => z.FallId == fallId)
                .OrderByDescending(z => z.At).ThenByDescending(z => z.Id).Take(max).ToListAsync(cancellation);
        });
}
