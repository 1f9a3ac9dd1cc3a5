using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Http;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>Requests by lease and fence, as <see cref="TimerQueue"/> does with timers.</summary>
internal sealed class HttpAufrufQueue(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard)
    : ClaimQueue<HttpCall, ClaimedCall>(contexts, guard), IHttpAufrufe
{
    public Task<IReadOnlyList<ClaimedCall>> ClaimAsync(
        DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default) =>
        Guard.RunAsync<IReadOnlyList<ClaimedCall>>(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            var claimed = new List<ClaimedCall>();
            foreach (var call in await Free(context, now, max).ToListAsync(cancellation))
            {
                if (await ClaimAsync(context, call, owner, now + lease, cancellation))
                    claimed.Add(call with { Fence = call.Fence + 1 });
            }

            return claimed;
        });

    public Task<IReadOnlyList<GeparkterAufruf>> ParkedAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default) =>
        Guard.RunAsync<IReadOnlyList<GeparkterAufruf>>(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            return await Parked(context, bueroId, max).ToListAsync(cancellation);
        });

    public Task<bool> UnparkAsync(string callId, CancellationToken cancellation = default) =>
        UnparkAsync(context => context.Set<HttpCall>().Where(c => c.Id == callId), cancellation);

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
        await Row(context, call).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.LeaseOwner, owner).SetProperty(c => c.LeaseUntil, until).SetProperty(c => c.Fence, call.Fence + 1),
            cancellation) == 1;

    protected override IQueryable<HttpCall> Fenced(FallWorkflowDbContext context, ClaimedCall claimed) => Row(context, claimed);

    private static IQueryable<HttpCall> Row(FallWorkflowDbContext context, ClaimedCall call) =>
        context.Set<HttpCall>().Where(c => c.Id == call.Id && c.Fence == call.Fence);
}
