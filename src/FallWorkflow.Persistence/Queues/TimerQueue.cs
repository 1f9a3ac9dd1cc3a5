using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Timers;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>
/// Due timers by lease: a row is claimed by an update that names the fence it was read with, which works alike on all
/// databases. Of two workers that read the same row one finds it changed.
/// </summary>
internal sealed class TimerQueue(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : ITimerQueue
{
    public Task<IReadOnlyList<ClaimedTimer>> ClaimAsync(
        DateTimeOffset dueAt, DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<ClaimedTimer>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var candidates = await QueueQueries.DueTimers(context, dueAt, now, max).ToListAsync(cancellation);
            if (candidates.Count == 0)
                return [];

            // One transaction for the batch: on SQLite every transaction waits for the disk.
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var until = now + lease;
            var claimed = new List<ClaimedTimer>(candidates.Count);
            foreach (var timer in candidates)
            {
                if (await ClaimAsync(context, timer, owner, until, cancellation))
                    claimed.Add(timer with { Fence = timer.Fence + 1 });
            }

            await transaction.CommitAsync(cancellation);
            return claimed;
        });

    public Task ReleaseAsync(ClaimedTimer timer, DateTimeOffset notBefore, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await context.Set<WorkflowTimer>().Where(t => t.Id == timer.Id && t.Fence == timer.Fence).ExecuteUpdateAsync(
                set => set.SetProperty(t => t.LeaseOwner, (string?)null).SetProperty(t => t.LeaseUntil, notBefore), cancellation);
        });

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await QueueQueries.NextDue(context).FirstOrDefaultAsync(cancellation);
        });

    internal static async Task<bool> ClaimAsync(
        FallWorkflowDbContext context, ClaimedTimer timer, string owner, DateTimeOffset until, CancellationToken cancellation) =>
        await context.Set<WorkflowTimer>().Where(t => t.Id == timer.Id && t.Fence == timer.Fence).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.LeaseOwner, owner).SetProperty(t => t.LeaseUntil, until).SetProperty(t => t.Fence, timer.Fence + 1),
            cancellation) == 1;
}
