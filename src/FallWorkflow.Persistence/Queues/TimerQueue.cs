using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Timers;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>
/// Due timers by lease. A batch is read, then taken by one update that repeats the condition of being free, which works alike
/// on all databases: of two workers that read the same rows, each row goes to one.
/// </summary>
internal sealed class TimerQueue(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard, IFaultPoints? faults = null)
    : ClaimQueue<WorkflowTimer, ClaimedTimer>(contexts, guard), ITimerQueue
{
    private long _claims;

    public Task<IReadOnlyList<ClaimedTimer>> ClaimAsync(
        DateTimeOffset dueAt, DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default) =>
        Guard.RunAsync<IReadOnlyList<ClaimedTimer>>(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            var candidates = await QueueQueries.DueTimers(context, dueAt, now, max).ToListAsync(cancellation);
            if (candidates.Count == 0)
                return [];

            faults?.Reached(FaultPoints.BeforeClaim);
            var ids = candidates.Select(t => t.Id).ToList();
            // Tells the rows of this claim from others of the same owner.
            var claim = $"{owner}#{Interlocked.Increment(ref _claims)}";
            if (await TakeAsync(context, ids, dueAt, now, claim, now + lease, cancellation) == 0)
                return [];
            var fences = await Taken(context, ids, claim).ToDictionaryAsync(t => t.Id, t => t.Fence, cancellation);
            return [.. candidates.Where(t => fences.ContainsKey(t.Id)).Select(t => t with { Fence = fences[t.Id] })];
        });

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        Guard.RunAsync(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            return await QueueQueries.NextDue(context).FirstOrDefaultAsync(cancellation);
        });

    public Task<IReadOnlyList<GeparkterZeitgeber>> ParkedAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default) =>
        Guard.RunAsync<IReadOnlyList<GeparkterZeitgeber>>(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            return await QueueQueries.GeparkteZeitgeber(context, bueroId, max).ToListAsync(cancellation);
        });

    public Task<bool> UnparkAsync(string timerId, CancellationToken cancellation = default) =>
        UnparkAsync(context => context.Set<WorkflowTimer>().Where(t => t.Id == timerId), cancellation);

    internal static Task<int> TakeAsync(
        FallWorkflowDbContext context, List<string> ids, DateTimeOffset dueAt, DateTimeOffset now, string claim, DateTimeOffset until, CancellationToken cancellation) =>
        QueueQueries.Free(context.Set<WorkflowTimer>().Where(t => ids.Contains(t.Id) && t.ParkedAt == null && t.DueAt <= dueAt), now).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.LeaseOwner, claim).SetProperty(t => t.LeaseUntil, until).SetProperty(t => t.Fence, t => t.Fence + 1), cancellation);

    internal static IQueryable<ClaimedTimer> Taken(FallWorkflowDbContext context, List<string> ids, string claim) =>
        context.Set<WorkflowTimer>().AsNoTracking().Where(t => ids.Contains(t.Id) && t.LeaseOwner == claim)
            .Select(t => new ClaimedTimer(t.Id, t.CorrelationId ?? "", t.DueAt, t.Fence, t.Attempts, false));

    protected override IQueryable<WorkflowTimer> Fenced(FallWorkflowDbContext context, ClaimedTimer claimed) =>
        context.Set<WorkflowTimer>().Where(t => t.Id == claimed.Id && t.Fence == claimed.Fence);
}
