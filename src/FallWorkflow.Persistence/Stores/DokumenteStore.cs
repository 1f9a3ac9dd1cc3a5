using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class DokumenteStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IDokumente
{
    public Task<byte[]?> FindAsync(Guid fallId, string dokumentId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Dokumentinhalt>().Where(d => d.FallId == fallId && d.DokumentId == dokumentId).Select(d => d.Inhalt).SingleOrDefaultAsync(cancellation);
    });
}
