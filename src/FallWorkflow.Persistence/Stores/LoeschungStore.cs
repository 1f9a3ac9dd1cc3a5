using System.Reflection;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FallWorkflow.Persistence.Stores;

/// <summary>Deletes what <see cref="FallauskunftStore"/> reads: the same tables, found in the same way (R90).</summary>
internal sealed class LoeschungStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : ILoeschungen
{
    private static readonly MethodInfo Rows = typeof(LoeschungStore).GetMethod(nameof(DeleteRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public Task<bool> ExecuteAsync(Guid loeschungId, DateTimeOffset jetzt, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var fallId = await context.Set<Loeschung>().Where(l => l.Id == loeschungId).Select(l => l.Akte).SingleOrDefaultAsync(cancellation);

        // Whoever else carries it out waits here, and then finds nothing left to do.
        if (fallId is not { } id
            || await context.Set<Loeschung>().Where(l => l.Id == loeschungId && l.Akte == id)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Akte, (Guid?)null).SetProperty(l => l.GeloeschtAm, jetzt), cancellation) == 0)
            return false;

        // Whoever writes to the Fall raises its beat: they wait for this one, and then find the Fall gone.
        await context.Set<FallRow>().Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Takt, f => f.Takt + 1), cancellation);
        var fall = await context.Set<FallRow>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellation);
        if (fall?.Status.IsEnded() == false)
        {
            // It was taken up again since: what was confirmed holds no longer.
            await context.Set<Loeschung>().Where(l => l.Id == loeschungId).ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return false;
        }

        var zahl = 0;
        foreach (var typ in FallauskunftStore.TablesOf(context.Model).OrderBy(Rank))
            zahl += await (Task<int>)Rows.MakeGenericMethod(typ.ClrType).Invoke(null, [context, typ, id, cancellation])!;
        zahl += await DeleteMemoryAsync(context, id, fall?.Nummer, cancellation);
        await context.Set<Loeschung>().Where(l => l.Id == loeschungId).ExecuteUpdateAsync(s => s.SetProperty(l => l.Datensaetze, zahl), cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    });

    public Task<int> CleanAsync(DateTimeOffset before, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var faelle = context.Set<FallRow>().Select(f => (Guid?)f.Id);
        return await context.Set<Erinnerung>().Where(e => e.FallId == null && e.ZugestelltAt < before).ExecuteDeleteAsync(cancellation)
            + await context.Set<GesendeteMail>().Where(m => m.At < before).ExecuteDeleteAsync(cancellation)
            + await context.Set<Erinnerung>().Where(e => e.FallId != null && !faelle.Contains(e.FallId)).ExecuteDeleteAsync(cancellation)
            + await context.Set<Zugriffsereignis>().Where(z => z.FallId != null && !faelle.Contains(z.FallId)).ExecuteDeleteAsync(cancellation)
            + await context.Set<Wechselfall>().Where(w => !faelle.Contains(w.FallId)).ExecuteDeleteAsync(cancellation);
    });

    public Task<IReadOnlyList<Guid>> OffeneAsync(CancellationToken cancellation = default) => guard.RunAsync<IReadOnlyList<Guid>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Loeschung>().Where(l => l.GeloeschtAm == null).OrderBy(l => l.BestaetigtAm).Select(l => l.Id).ToListAsync(cancellation);
    });

    public Task<IReadOnlyList<Loeschung>> ListAsync(int max, CancellationToken cancellation = default) => guard.RunAsync<IReadOnlyList<Loeschung>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Loeschung>().AsNoTracking().OrderByDescending(l => l.BestaetigtAm).Take(max).ToListAsync(cancellation);
    });

    /// <summary>What is found by way of the processes goes before the processes, and the Fall goes last.</summary>
    private static int Rank(IEntityType typ) => typ.ClrType == typeof(FallRow) ? 2 : typ.ClrType == typeof(WorkflowInstance) ? 1 : 0;

    /// <summary>What is remembered about commands names the Fall as well.</summary>
    private static async Task<int> DeleteMemoryAsync(FallWorkflowDbContext context, Guid fallId, string? nummer, CancellationToken cancellation)
    {
        var (kurz, lang) = ($"fall:{fallId:N}", fallId.ToString());
        return await context.Set<EingangRow>().Where(e => e.Schluessel == kurz).ExecuteDeleteAsync(cancellation)
            + await context.Set<IdempotenteAntwort>()
                .Where(a => a.ResponseJson != null && (a.ResponseJson.Contains(lang) || (nummer != null && a.ResponseJson.Contains(nummer)))).ExecuteDeleteAsync(cancellation);
    }

    private static Task<int> DeleteRowsAsync<T>(FallWorkflowDbContext context, IEntityType typ, Guid fallId, CancellationToken cancellation)
        where T : class => FallauskunftStore.Of<T>(context, typ, fallId).ExecuteDeleteAsync(cancellation);
}
