using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Timers;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>What becomes of claims that do not succeed; every statement is fenced, so it changes nothing once somebody else has the row.</summary>
internal abstract class ClaimQueue<TRow, TClaimed>(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IClaims<TClaimed>
    where TRow : class, ILeased
    where TClaimed : IClaimed
{
    protected IDbContextFactory<FallWorkflowDbContext> Contexts => contexts;

    protected StoreGuard Guard => guard;

    public Task<bool> CountAttemptAsync(TClaimed claimed, CancellationToken cancellation = default) =>
        UpdateAsync(context => Fenced(context, claimed).ExecuteUpdateAsync(set => set.SetProperty(r => r.Attempts, claimed.Attempts + 1), cancellation), cancellation);

    public Task ReleaseAsync(TClaimed claimed, DateTimeOffset notBefore, CancellationToken cancellation = default) =>
        UpdateAsync(context => Fenced(context, claimed).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.LeaseOwner, (string?)null).SetProperty(r => r.LeaseUntil, notBefore), cancellation), cancellation);

    public Task MarkFailedAsync(TClaimed claimed, string error, DateTimeOffset notBefore, CancellationToken cancellation = default) =>
        UpdateAsync(context => Fenced(context, claimed).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.LeaseOwner, (string?)null).SetProperty(r => r.LeaseUntil, notBefore)
                .SetProperty(r => r.Attempts, claimed.Attempts + 1).SetProperty(r => r.LastError, QueueQueries.Cut(error)), cancellation), cancellation);

    public Task ParkAsync(TClaimed claimed, int attempts, string error, DateTimeOffset at, CancellationToken cancellation = default) =>
        UpdateAsync(context => Fenced(context, claimed).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.LeaseOwner, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(r => r.Attempts, attempts).SetProperty(r => r.LastError, QueueQueries.Cut(error)).SetProperty(r => r.ParkedAt, at), cancellation), cancellation);

    /// <summary>The row, if it is still in the hands of this claim.</summary>
    protected abstract IQueryable<TRow> Fenced(FallWorkflowDbContext context, TClaimed claimed);

    /// <summary>Has a parked row tried again; false if it is not parked.</summary>
    protected Task<bool> UnparkAsync(Func<FallWorkflowDbContext, IQueryable<TRow>> row, CancellationToken cancellation) =>
        UpdateAsync(context => row(context).Where(r => r.ParkedAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.ParkedAt, (DateTimeOffset?)null).SetProperty(r => r.Attempts, 0)
                .SetProperty(r => r.LeaseOwner, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(r => r.Fence, r => r.Fence + 1), cancellation), cancellation);

    private Task<bool> UpdateAsync(Func<FallWorkflowDbContext, Task<int>> update, CancellationToken cancellation) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await update(context) == 1;
    });
}
