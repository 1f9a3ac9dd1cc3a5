using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Queues;

internal sealed class ErinnerungQueue(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IErinnerungen
{
    private const int MaxFehlertext = 2000;

    public Task<IReadOnlyList<Erinnerung>> FaelligeAsync(
        DateTimeOffset faelligAt, DateTimeOffset jetzt, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Erinnerung>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await QueueQueries.DueErinnerungen(context, faelligAt, jetzt, max).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<Erinnerungstermin>> OffeneAsync(
        DateTimeOffset bis, Erinnerungstermin? nach, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Erinnerungstermin>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await QueueQueries.OffeneErinnerungen(context, bis, nach, max).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<Erinnerung>> GescheiterteAsync(int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Erinnerung>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await QueueQueries.GescheiterteErinnerungen(context, max).ToListAsync(cancellation);
        });

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Erinnerung>().Where(QueueQueries.OffeneErinnerung)
            .OrderBy(e => e.FaelligAt).Select(e => (DateTimeOffset?)e.FaelligAt).FirstOrDefaultAsync(cancellation);
    });

    public Task<Erinnerung?> FindAsync(Guid id, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Erinnerung>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellation);
    });

    public Task<bool> ClaimAsync(Erinnerung erinnerung, DateTimeOffset bis, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var claimed = await Unchanged(context, erinnerung).ExecuteUpdateAsync(
                set => set.SetProperty(e => e.Versuche, e => e.Versuche + 1)
                    .SetProperty(e => e.FruehestensAm, bis)
                    .SetProperty(e => e.Version, e => e.Version + 1),
                cancellation) == 1;
            if (!claimed)
                return false;
            erinnerung.Versuche++;
            erinnerung.FruehestensAm = bis;
            erinnerung.Version++;
            return true;
        });

    public Task<bool> MarkDeliveredAsync(Erinnerung erinnerung, DateTimeOffset zugestelltAt, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await Unchanged(context, erinnerung).ExecuteUpdateAsync(
                set => set.SetProperty(e => e.ZugestelltAt, zugestelltAt).SetProperty(e => e.Version, e => e.Version + 1), cancellation) == 1;
        });

    public Task<bool> MarkFailedAsync(Erinnerung erinnerung, string fehler, DateTimeOffset fruehestensAm, CancellationToken cancellation = default) =>
        guard.RunAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var text = fehler.Length <= MaxFehlertext ? fehler : fehler[..MaxFehlertext];
            return await Unchanged(context, erinnerung).ExecuteUpdateAsync(
                set => set.SetProperty(e => e.LetzterFehler, text)
                    .SetProperty(e => e.FruehestensAm, fruehestensAm)
                    .SetProperty(e => e.Version, e => e.Version + 1),
                cancellation) == 1;
        });

    public Task<bool> RetryAsync(Guid id, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Erinnerung>()
            .Where(e => e.Id == id && e.ZugestelltAt == null && e.Versuche >= Zustellversuche.Hoechstzahl)
            .ExecuteUpdateAsync(
                set => set.SetProperty(e => e.Versuche, 0)
                    .SetProperty(e => e.FruehestensAm, (DateTimeOffset?)null)
                    .SetProperty(e => e.Version, e => e.Version + 1),
                cancellation) == 1;
    });

    private static IQueryable<Erinnerung> Unchanged(FallWorkflowDbContext context, Erinnerung erinnerung) =>
        context.Set<Erinnerung>().Where(e => e.Id == erinnerung.Id && e.Version == erinnerung.Version && e.ZugestelltAt == null);
}
