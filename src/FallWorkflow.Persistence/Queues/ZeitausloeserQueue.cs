using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Timers;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>Triggers by lease and fence, as <see cref="TimerQueue"/> does with timers.</summary>
internal sealed class ZeitausloeserQueue(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard, IFaultPoints? faults = null)
    : ClaimQueue<ScheduleTrigger, ClaimedTrigger>(contexts, guard), IZeitausloeser
{
    public Task<IReadOnlyList<ClaimedTrigger>> ClaimAsync(
        DateTimeOffset dueAt, DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default) =>
        Guard.RunAsync<IReadOnlyList<ClaimedTrigger>>(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            var claimed = new List<ClaimedTrigger>();
            var due = await Due(context, dueAt, now, max).ToListAsync(cancellation);
            if (due.Count > 0)
                faults?.Reached(FaultPoints.BeforeTriggerClaim);
            foreach (var trigger in due)
            {
                if (await ClaimAsync(context, trigger, owner, now + lease, cancellation))
                    claimed.Add(trigger with { Fence = trigger.Fence + 1 });
            }

            return claimed;
        });

    public Task<IReadOnlyList<GeparkterAusloeser>> ParkedAsync(CancellationToken cancellation = default) =>
        Guard.RunAsync<IReadOnlyList<GeparkterAusloeser>>(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            return await context.Set<ScheduleTrigger>().AsNoTracking().Where(t => t.ParkedAt != null && t.DueAt != null)
                .OrderBy(t => t.ParkedAt).ThenBy(t => t.DefinitionId).ThenBy(t => t.ActivityId)
                .Select(t => new GeparkterAusloeser(t.DefinitionId, t.ActivityId, t.DueAt!.Value, t.ParkedAt!.Value, t.Attempts, t.LastError))
                .ToListAsync(cancellation);
        });

    public Task<bool> UnparkAsync(string definitionId, string activityId, CancellationToken cancellation = default) =>
        UnparkAsync(context => context.Set<ScheduleTrigger>().Where(t => t.DefinitionId == definitionId && t.ActivityId == activityId), cancellation);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        Guard.RunAsync(async () =>
        {
            await using var context = await Contexts.CreateDbContextAsync(cancellation);
            return await context.Set<ScheduleTrigger>().AsNoTracking()
                .Where(t => t.DueAt != null && t.ParkedAt == null).OrderBy(t => t.DueAt).Select(t => t.DueAt).FirstOrDefaultAsync(cancellation);
        });

    public async Task ReplaceAsync(string definitionId, IReadOnlyList<ScheduleTrigger> triggers, CancellationToken cancellation = default)
    {
        try
        {
            await Guard.RunAsync(async () =>
            {
                await using var context = await Contexts.CreateDbContextAsync(cancellation);
                await PrepareAsync(context, definitionId, triggers, cancellation);
                await context.SaveChangesAsync(cancellation);
            });
        }
        catch (ConflictException)
        {
            // Another node does the same at this moment, or has just fired one; the next look finds what is missing.
        }
    }

    /// <summary>Tracks what has to change; saved with whatever else the context saves.</summary>
    internal static async Task PrepareAsync(
        FallWorkflowDbContext context, string definitionId, IReadOnlyList<ScheduleTrigger> triggers, CancellationToken cancellation)
    {
        var rows = await context.Set<ScheduleTrigger>().Where(t => t.DefinitionId == definitionId).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var wanted = triggers.FirstOrDefault(t => t.ActivityId == row.ActivityId);
            if (wanted is null)
            {
                context.Remove(row);
            }
            else if (wanted.Schedule != row.Schedule)
            {
                row.Schedule = wanted.Schedule;
                row.DueAt = wanted.DueAt;
                row.Attempts = 0;
                row.LastError = null;
                row.ParkedAt = null;
            }
        }

        context.AddRange(triggers.Where(t => rows.All(r => r.ActivityId != t.ActivityId)));
    }

    internal static IQueryable<ClaimedTrigger> Due(FallWorkflowDbContext context, DateTimeOffset dueAt, DateTimeOffset now, int max)
    {
        var unbelievable = now + QueueQueries.Unbelievable;
        return context.Set<ScheduleTrigger>().AsNoTracking()
            .Where(t => t.ParkedAt == null && t.DueAt != null && t.DueAt <= dueAt
                && (t.LeaseUntil == null || t.LeaseUntil <= now || t.LeaseUntil > unbelievable))
            .OrderBy(t => t.DueAt).ThenBy(t => t.DefinitionId).ThenBy(t => t.ActivityId)
            .Take(max)
            .Select(t => new ClaimedTrigger(t.DefinitionId, t.ActivityId, t.DueAt!.Value, t.Fence, t.Attempts, t.LeaseOwner != null));
    }

    internal static async Task<bool> ClaimAsync(
        FallWorkflowDbContext context, ClaimedTrigger trigger, string owner, DateTimeOffset until, CancellationToken cancellation) =>
        await Row(context, trigger).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.LeaseOwner, owner).SetProperty(t => t.LeaseUntil, until).SetProperty(t => t.Fence, trigger.Fence + 1),
            cancellation) == 1;

    protected override IQueryable<ScheduleTrigger> Fenced(FallWorkflowDbContext context, ClaimedTrigger claimed) => Row(context, claimed);

    private static IQueryable<ScheduleTrigger> Row(FallWorkflowDbContext context, ClaimedTrigger trigger) => context.Set<ScheduleTrigger>()
        .Where(t => t.DefinitionId == trigger.DefinitionId && t.ActivityId == trigger.ActivityId && t.Fence == trigger.Fence);
}
