using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

/// <summary>
/// Committed messages on their way out, in order per Fall: only the first unsent message of a Fall can be claimed, so a
/// message that fails again and again holds up its own Fall and nobody else.
/// </summary>
internal sealed class Outbox(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IOutbox
{
    /// <summary>After so many failures a message is parked: visible, and sent again only when a person says so.</summary>
    public const int MaxVersuche = 10;

    private const int MaxFehlertext = 2000;

    public Task<IReadOnlyList<Nachricht>> ClaimAsync(
        DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Nachricht>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var candidates = await QueueQueries.SendableNachrichten(context, now, max).ToListAsync(cancellation);
            if (candidates.Count == 0)
                return [];

            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var until = now + lease;
            var claimed = new List<Nachricht>(candidates.Count);
            foreach (var nachricht in candidates)
            {
                if (!await ClaimAsync(context, nachricht, owner, until, cancellation))
                    continue;
                nachricht.LeaseOwner = owner;
                nachricht.LeaseUntil = until;
                nachricht.Fence++;
                claimed.Add(nachricht);
            }

            await transaction.CommitAsync(cancellation);
            return claimed;
        });

    public Task<bool> MarkSentAsync(Nachricht nachricht, DateTimeOffset sentAt, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await Fenced(context, nachricht).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.GesendetAm, sentAt).SetProperty(n => n.LeaseOwner, (string?)null).SetProperty(n => n.LeaseUntil, (DateTimeOffset?)null),
                cancellation) == 1;
        });

    public Task MarkFailedAsync(Nachricht nachricht, string error, DateTimeOffset notBefore, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var fehler = error.Length <= MaxFehlertext ? error : error[..MaxFehlertext];
            await Fenced(context, nachricht).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.Versuche, n => n.Versuche + 1)
                    .SetProperty(n => n.LetzterFehler, fehler)
                    .SetProperty(n => n.FruehestensAm, notBefore)
                    .SetProperty(n => n.LeaseOwner, (string?)null)
                    .SetProperty(n => n.LeaseUntil, (DateTimeOffset?)null),
                cancellation);
        });

    public Task ReleaseAsync(Nachricht nachricht, DateTimeOffset notBefore, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await Fenced(context, nachricht).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.FruehestensAm, notBefore)
                    .SetProperty(n => n.LeaseOwner, (string?)null)
                    .SetProperty(n => n.LeaseUntil, (DateTimeOffset?)null),
                cancellation);
        });

    public Task<int> CountUnsentAsync(CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<Nachricht>().CountAsync(n => n.GesendetAm == null, cancellation);
        });

    public Task<bool> UnparkAsync(Guid id, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<Nachricht>().Where(n => n.Id == id && n.GesendetAm == null && n.Versuche >= MaxVersuche).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.Versuche, 0).SetProperty(n => n.FruehestensAm, (DateTimeOffset?)null), cancellation) == 1;
        });

    internal static async Task<bool> ClaimAsync(
        FallWorkflowDbContext context, Nachricht nachricht, string owner, DateTimeOffset until, CancellationToken cancellation) =>
        await Fenced(context, nachricht).ExecuteUpdateAsync(
            set => set.SetProperty(n => n.LeaseOwner, owner).SetProperty(n => n.LeaseUntil, until).SetProperty(n => n.Fence, nachricht.Fence + 1),
            cancellation) == 1;

    private static IQueryable<Nachricht> Fenced(FallWorkflowDbContext context, Nachricht nachricht) =>
        context.Set<Nachricht>().Where(n => n.Id == nachricht.Id && n.Fence == nachricht.Fence && n.GesendetAm == null);
}
