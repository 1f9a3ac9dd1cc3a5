using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Queues;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class TagesaufgabenStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : ITagesaufgaben
{
    public Task<IReadOnlyList<Tagesaufgabe>> OffeneAsync(string bueroId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Tagesaufgabe>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await QueueQueries.Tagesaufgaben(context, bueroId).ToListAsync(cancellation);
        });
}
