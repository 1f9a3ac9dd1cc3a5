using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Persistence.Queues;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

/// <summary>
/// Ordered moves. The lease only keeps two workers from doing the same work; that nothing happens twice is settled by the row of
/// each Fall, which changes in the transaction of its move.
/// </summary>
internal sealed class WechselStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IWechselauftraege
{
    public Task<bool> AddAsync(Wechsel wechsel, IReadOnlyList<Wechselfall> faelle, CancellationToken cancellation = default) => WithAsync(async context =>
    {
        if (await context.Set<Wechsel>().AnyAsync(w => w.Id == wechsel.Id, cancellation))
            return false;
        context.Add(wechsel);
        context.AddRange(faelle);
        await context.SaveChangesAsync(cancellation);
        return true;
    }, cancellation);

    public Task<Wechsel?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        WithAsync(context => context.Set<Wechsel>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, cancellation), cancellation);

    public Task<IReadOnlyList<Wechsel>> OfDefinitionAsync(string definitionId, int max, CancellationToken cancellation = default) =>
        WithAsync<IReadOnlyList<Wechsel>>(
            async context => await context.Set<Wechsel>().AsNoTracking().Where(w => w.DefinitionId == definitionId)
                .OrderByDescending(w => w.At).ThenBy(w => w.Id).Take(max).ToListAsync(cancellation),
            cancellation);

    public Task<IReadOnlyDictionary<Wechselstand, int>> CountAsync(Guid id, CancellationToken cancellation = default) =>
        WithAsync<IReadOnlyDictionary<Wechselstand, int>>(
            async context => await context.Set<Wechselfall>().Where(f => f.WechselId == id).GroupBy(f => f.Stand)
                .Select(g => new { g.Key, Zahl = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Zahl, cancellation),
            cancellation);

    public Task<Wechselfall?> FindFallAsync(Guid id, Guid fallId, CancellationToken cancellation = default) => WithAsync(
        context => Shown(context.Set<Wechselfall>().AsNoTracking().Where(f => f.WechselId == id && f.FallId == fallId)).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>Without the way back, which is by far the largest part of a row.</summary>
    internal static IQueryable<Wechselfall> Shown(IQueryable<Wechselfall> faelle) => faelle.Select(f => new Wechselfall
    {
        WechselId = f.WechselId,
        FallId = f.FallId,
        Nr = f.Nr,
        FallNummer = f.FallNummer,
        BueroId = f.BueroId,
        Stand = f.Stand,
        At = f.At,
        Ergebnis = f.Ergebnis,
        Versuche = f.Versuche,
        Hinweis = f.Hinweis,
        RuecknahmeVon = f.RuecknahmeVon,
        RuecknahmeGrund = f.RuecknahmeGrund,
        RuecknahmeAm = f.RuecknahmeAm,
        Version = f.Version,
    });

    public Task<Ergebnisseite<Wechselfall>> FaelleAsync(Guid id, Wechselstand? stand, int seite, int groesse, CancellationToken cancellation = default) =>
        WithAsync(async context =>
        {
            var alle = context.Set<Wechselfall>().AsNoTracking().Where(f => f.WechselId == id && (stand == null || f.Stand == stand));
            var (von, zahl) = (Math.Max(seite, 1), Math.Clamp(groesse, 1, 200));
            var zeilen = await Shown(alle).OrderBy(f => f.Nr).Skip((int)Math.Min((von - 1L) * zahl, int.MaxValue)).Take(zahl).ToListAsync(cancellation);
            return new Ergebnisseite<Wechselfall>(zeilen, await alle.CountAsync(cancellation), von, zahl);
        }, cancellation);

    public Task<ClaimedWechsel?> ClaimAsync(DateTimeOffset now, string owner, TimeSpan lease, CancellationToken cancellation = default) =>
        WithAsync(async context =>
        {
            foreach (var frei in await Free(context, now).Take(5).ToListAsync(cancellation))
            {
                var genommen = await context.Set<Wechsel>().Where(w => w.Id == frei.Id && w.Fence == frei.Fence).ExecuteUpdateAsync(
                    set => set.SetProperty(w => w.LeaseOwner, owner).SetProperty(w => w.LeaseUntil, now + lease).SetProperty(w => w.Fence, frei.Fence + 1), cancellation);
                if (genommen == 1)
                    return frei with { Fence = frei.Fence + 1 };
            }

            return null;
        }, cancellation);

    internal static IQueryable<ClaimedWechsel> Free(FallWorkflowDbContext context, DateTimeOffset now)
    {
        var unbelievable = now + QueueQueries.Unbelievable;
        return context.Set<Wechsel>().AsNoTracking()
            .Where(w => w.Arbeitet && w.AngehaltenAm == null && (w.LeaseUntil == null || w.LeaseUntil <= now || w.LeaseUntil > unbelievable))
            .OrderBy(w => w.At).ThenBy(w => w.Id).Select(w => new ClaimedWechsel(w.Id, w.Fence));
    }

    public Task<bool> RenewAsync(ClaimedWechsel claimed, DateTimeOffset until, CancellationToken cancellation = default) => WithAsync(
        async context => await context.Set<Wechsel>().Where(w => w.Id == claimed.Id && w.Fence == claimed.Fence && w.AngehaltenAm == null)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.LeaseUntil, until), cancellation) == 1,
        cancellation);

    public Task<IReadOnlyList<Wechselfall>> NextAsync(Guid id, int nachNr, int max, CancellationToken cancellation = default) =>
        WithAsync<IReadOnlyList<Wechselfall>>(
            async context => await Next(context, id, nachNr).Take(max).ToListAsync(cancellation), cancellation);

    internal static IQueryable<Wechselfall> Next(FallWorkflowDbContext context, Guid id, int nachNr) =>
        Open(context, id).Where(f => f.Nr > nachNr).OrderBy(f => f.Nr).Select(f => new Wechselfall
        {
            WechselId = f.WechselId,
            FallId = f.FallId,
            Nr = f.Nr,
            FallNummer = f.FallNummer,
            BueroId = f.BueroId,
            Stand = f.Stand,
            Versuche = f.Versuche,
            RuecknahmeVon = f.RuecknahmeVon,
            RuecknahmeGrund = f.RuecknahmeGrund,
            Version = f.Version,
        });

    public Task BeginAsync(Wechselfall fall, CancellationToken cancellation = default) => WithAsync(
        context => Same(context, fall).ExecuteUpdateAsync(set => set.SetProperty(f => f.Versuche, f => f.Versuche + 1), cancellation), cancellation);

    public Task PutBackAsync(Wechselfall fall, CancellationToken cancellation = default) => WithAsync(
        context => Same(context, fall).ExecuteUpdateAsync(set => set.SetProperty(f => f.Versuche, 0), cancellation), cancellation);

    private static IQueryable<Wechselfall> Same(FallWorkflowDbContext context, Wechselfall fall) =>
        context.Set<Wechselfall>().Where(f => f.WechselId == fall.WechselId && f.FallId == fall.FallId && f.Version == fall.Version);

    public Task ReleaseAsync(ClaimedWechsel claimed, CancellationToken cancellation = default) => WithAsync(
        context => context.Set<Wechsel>().Where(w => w.Id == claimed.Id && w.Fence == claimed.Fence).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.LeaseOwner, (string?)null).SetProperty(w => w.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(w => w.AngehaltenAm, w => Open(context, claimed.Id).Any() ? w.AngehaltenAm : null)
                .SetProperty(w => w.AngehaltenVon, w => Open(context, claimed.Id).Any() ? w.AngehaltenVon : null)
                .SetProperty(w => w.Arbeitet, w => Open(context, claimed.Id).Any()),
            cancellation),
        cancellation);

    public Task<bool> FailAsync(Wechselfall fall, string hinweis, DateTimeOffset at, CancellationToken cancellation = default) => WithAsync(
        async context => await Same(context, fall)
            .ExecuteUpdateAsync(
                set => set.SetProperty(f => f.Versuche, 0).SetProperty(f => f.Stand, fall.Stand == Wechselstand.Offen ? Wechselstand.Fehlgeschlagen : Wechselstand.Umgezogen)
                    .SetProperty(f => f.Hinweis, QueueQueries.Cut(hinweis)).SetProperty(f => f.At, at).SetProperty(f => f.Version, f => f.Version + 1),
                cancellation) == 1,
        cancellation);

    public Task<bool> StopAsync(Guid id, DateTimeOffset? am, string akteurId, CancellationToken cancellation = default) => WithAsync(
        async context => await context.Set<Wechsel>()
            .Where(w => w.Id == id && (am == null ? w.AngehaltenAm != null : w.AngehaltenAm == null && w.Arbeitet))
            .ExecuteUpdateAsync(
                set => set.SetProperty(w => w.AngehaltenAm, am).SetProperty(w => w.AngehaltenVon, am == null ? null : akteurId)
                    .SetProperty(w => w.LeaseOwner, (string?)null).SetProperty(w => w.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(w => w.Fence, w => w.Fence + 1),
                cancellation) == 1,
        cancellation);

    public Task<int> UndoAsync(
        Guid id, IReadOnlyCollection<Guid>? faelle, string grund, string akteurId, DateTimeOffset at, CancellationToken cancellation = default) => WithAsync(
        async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            // First what has not had its turn: a Fall that moves meanwhile is taken back with the others. What waits behind a stopped
            // move is not to begin because something is taken back.
            var angehalten = await context.Set<Wechsel>().AnyAsync(w => w.Id == id && w.AngehaltenAm != null, cancellation);
            if (angehalten || faelle is null)
            {
                await context.Set<Wechselfall>().Where(f => f.WechselId == id && f.Stand == Wechselstand.Offen).ExecuteUpdateAsync(
                    set => set.SetProperty(f => f.Stand, Wechselstand.Ausgelassen).SetProperty(f => f.Version, f => f.Version + 1), cancellation);
            }

            var umgezogen = context.Set<Wechselfall>().Where(f => f.WechselId == id && f.Stand == Wechselstand.Umgezogen);
            var zahl = await (faelle is null ? umgezogen : umgezogen.Where(f => faelle.Contains(f.FallId)))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(f => f.Stand, Wechselstand.RuecknahmeOffen).SetProperty(f => f.Versuche, 0).SetProperty(f => f.RuecknahmeGrund, grund)
                        .SetProperty(f => f.RuecknahmeVon, akteurId).SetProperty(f => f.RuecknahmeAm, at).SetProperty(f => f.Version, f => f.Version + 1),
                    cancellation);
            if (zahl == 0)
                return 0; // nothing to take back, so nothing is left out either

            // The order goes on with this; who works on it at the moment must not call it done.
            await context.Set<Wechsel>().Where(w => w.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(w => w.Arbeitet, true).SetProperty(w => w.AngehaltenAm, (DateTimeOffset?)null).SetProperty(w => w.AngehaltenVon, (string?)null)
                    .SetProperty(w => w.Fence, w => w.Fence + 1)
                    .SetProperty(w => w.LeaseOwner, (string?)null).SetProperty(w => w.LeaseUntil, (DateTimeOffset?)null),
                cancellation);

            await transaction.CommitAsync(cancellation);
            return zahl;
        }, cancellation);

    private static IQueryable<Wechselfall> Open(FallWorkflowDbContext context, Guid id) => context.Set<Wechselfall>().AsNoTracking()
        .Where(f => f.WechselId == id && (f.Stand == Wechselstand.Offen || f.Stand == Wechselstand.RuecknahmeOffen));

    private Task<T> WithAsync<T>(Func<FallWorkflowDbContext, Task<T>> work, CancellationToken cancellation) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await work(context);
    });
}
