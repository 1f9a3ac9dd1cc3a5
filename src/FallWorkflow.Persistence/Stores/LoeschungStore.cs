using System.Reflection;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
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
        var loeschung = await context.Set<Loeschung>().SingleOrDefaultAsync(l => l.Id == loeschungId, cancellation);
        if (loeschung?.Akte is not { } fallId)
            return false;

        // Whoever writes to the Fall raises its beat: they wait for this one, and then find the Fall gone.
        await context.Set<FallRow>().Where(f => f.Id == fallId).ExecuteUpdateAsync(s => s.SetProperty(f => f.Takt, f => f.Takt + 1), cancellation);
        var zahl = 0;
        foreach (var typ in FallauskunftStore.TablesOf(context.Model).OrderBy(Rank))
            zahl += await (Task<int>)Rows.MakeGenericMethod(typ.ClrType).Invoke(null, [context, typ, fallId, cancellation])!;
        loeschung.Akte = null;
        loeschung.GeloeschtAm = jetzt;
        loeschung.Datensaetze = zahl;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
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

    private static Task<int> DeleteRowsAsync<T>(FallWorkflowDbContext context, IEntityType typ, Guid fallId, CancellationToken cancellation)
        where T : class => FallauskunftStore.Of<T>(context, typ, fallId).ExecuteDeleteAsync(cancellation);
}
