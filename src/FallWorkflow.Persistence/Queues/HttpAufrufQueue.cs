using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Http;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>Requests by lease and fence, as <see cref="TimerQueue"/> does with timers.</summary>
internal sealed class HttpAufrufQueue(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IHttpAufrufe
{
    public Task<IReadOnlyList<ClaimedCall>> ClaimAsync(
        DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<ClaimedCall>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var claimed = new List<ClaimedCall>();
            foreach (var call in await Free(context, now, max).ToListAsync(cancellation))
            {
                if (await ClaimAsync(context, call, owner, now + lease, cancellation))
                    claimed.Add(call with { Fence = call.Fence + 1 });
            }

            return claimed;
        });

    public Task ReleaseAsync(ClaimedCall call, DateTimeOffset notBefore, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await context.Set<HttpCall>().Where(c => c.Id == call.Id && c.Fence == call.Fence).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.LeaseOwner, (string?)null).SetProperty(c => c.LeaseUntil, notBefore), cancellation);
        });

    internal static IQueryable<ClaimedCall> Free(FallWorkflowDbContext context, DateTimeOffset now, int max) =>
        context.Set<HttpCall>().AsNoTracking()
            .Where(c => c.LeaseUntil == null || c.LeaseUntil <= now)
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .Take(max)
            .Select(c => new ClaimedCall(c.Id, c.CorrelationId, c.Request, c.Fence));

    internal static async Task<bool> ClaimAsync(
        FallWorkflowDbContext context, ClaimedCall call, string owner, DateTimeOffset until, CancellationToken cancellation) =>
        await context.Set<HttpCall>().Where(c => c.Id == call.Id && c.Fence == call.Fence).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.LeaseOwner, owner).SetProperty(c => c.LeaseUntil, until).SetProperty(c => c.Fence, call.Fence + 1),
            cancellation) == 1;
}
