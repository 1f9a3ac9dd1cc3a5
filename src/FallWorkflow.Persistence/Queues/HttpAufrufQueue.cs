using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Http;
using FallWorkflow.Persistence.Model;
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

    public Task<bool> CountAttemptAsync(ClaimedCall call, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Fenced(context, call).ExecuteUpdateAsync(set => set.SetProperty(c => c.Attempts, call.Attempts + 1), cancellation) == 1;
    });

    public Task ReleaseAsync(ClaimedCall call, DateTimeOffset notBefore, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await Fenced(context, call).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.LeaseOwner, (string?)null).SetProperty(c => c.LeaseUntil, notBefore), cancellation);
    });

    public Task MarkFailedAsync(ClaimedCall call, string error, DateTimeOffset notBefore, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await Fenced(context, call).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.LeaseOwner, (string?)null).SetProperty(c => c.LeaseUntil, notBefore)
                .SetProperty(c => c.Attempts, call.Attempts + 1).SetProperty(c => c.LastError, QueueQueries.Cut(error)),
            cancellation);
    });

    public Task ParkAsync(ClaimedCall call, string error, DateTimeOffset at, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await Fenced(context, call).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.LeaseOwner, (string?)null).SetProperty(c => c.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(c => c.Attempts, call.Attempts).SetProperty(c => c.LastError, QueueQueries.Cut(error)).SetProperty(c => c.ParkedAt, at),
            cancellation);
    });

    public Task<IReadOnlyList<GeparkterAufruf>> ParkedAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<GeparkterAufruf>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await Parked(context, bueroId, max).ToListAsync(cancellation);
        });

    public Task<bool> UnparkAsync(string callId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<HttpCall>().Where(c => c.Id == callId && c.ParkedAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ParkedAt, (DateTimeOffset?)null).SetProperty(c => c.Attempts, 0)
                .SetProperty(c => c.LeaseOwner, (string?)null).SetProperty(c => c.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(c => c.Fence, c => c.Fence + 1),
            cancellation) == 1;
    });

    internal static IQueryable<ClaimedCall> Free(FallWorkflowDbContext context, DateTimeOffset now, int max)
    {
        var unbelievable = now + QueueQueries.Unbelievable;
        return context.Set<HttpCall>().AsNoTracking()
            .Where(c => c.ParkedAt == null && (c.LeaseUntil == null || c.LeaseUntil <= now || c.LeaseUntil > unbelievable))
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .Take(max)
            .Select(c => new ClaimedCall(c.Id, c.CorrelationId, c.Request, c.Fence, c.Attempts, c.LeaseOwner != null));
    }

    internal static IQueryable<GeparkterAufruf> Parked(FallWorkflowDbContext context, string? bueroId, int max) =>
        (from call in context.Set<HttpCall>().AsNoTracking()
         where call.ParkedAt != null
         join fall in context.Set<FallRow>() on call.CorrelationId equals fall.Korrelation into faelle
         from fall in faelle.DefaultIfEmpty()
         where bueroId == null || fall.BueroId == bueroId
         orderby call.ParkedAt, call.Id
         select new GeparkterAufruf(
             call.Id, (Guid?)fall.Id, fall.Nummer, fall.BueroId, call.InstanceId, call.CreatedAt, call.ParkedAt!.Value, call.Attempts, call.LastError)).Take(max);

    internal static async Task<bool> ClaimAsync(
        FallWorkflowDbContext context, ClaimedCall call, string owner, DateTimeOffset until, CancellationToken cancellation) =>
        await Fenced(context, call).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.LeaseOwner, owner).SetProperty(c => c.LeaseUntil, until).SetProperty(c => c.Fence, call.Fence + 1),
            cancellation) == 1;

    private static IQueryable<HttpCall> Fenced(FallWorkflowDbContext context, ClaimedCall call) =>
        context.Set<HttpCall>().Where(c => c.Id == call.Id && c.Fence == call.Fence);
}
