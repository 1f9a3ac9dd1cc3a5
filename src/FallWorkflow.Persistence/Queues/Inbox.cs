using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

internal sealed class Inbox(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IInbox
{
    public Task<int> CleanInboxAsync(DateTimeOffset before, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<EingangRow>().Where(e => e.At < before).ExecuteDeleteAsync(cancellation);
    });
}
