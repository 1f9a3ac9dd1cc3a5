using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class PostausgangStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IPostausgang
{
    public Task<bool> AppendAsync(GesendeteMail mail, CancellationToken cancellation = default) =>
        FirstWins.AddAsync(contexts, guard, mail, cancellation);

    public Task<IReadOnlyList<GesendeteMail>> LatestAsync(int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<GesendeteMail>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<GesendeteMail>().AsNoTracking()
                .OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(max).ToListAsync(cancellation);
        });
}
