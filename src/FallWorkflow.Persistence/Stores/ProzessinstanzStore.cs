using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class ProzessinstanzStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IProzessinstanzen
{
    public Task<IReadOnlyList<Prozessinstanz>> OfVersionAsync(string versionId, string? nachId, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Prozessinstanz>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await OfVersion(context, versionId, nachId).Take(max).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<JournalEntry>> JournalAsync(string instanzId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<JournalEntry>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<JournalEntry>().AsNoTracking()
                .Where(j => j.InstanceId == instanzId).OrderBy(j => j.Sequence).ToListAsync(cancellation);
        });

    // The comparison happens in the database, whose own order is the one that is paged by.
#pragma warning disable CA1309, CA1310
    internal static IQueryable<Prozessinstanz> OfVersion(FallWorkflowDbContext context, string versionId, string? nachId) =>
        from instanz in context.Set<WorkflowInstance>().AsNoTracking()
        where instanz.DefinitionVersionId == versionId
            && (instanz.Status == WorkflowStatus.Running || instanz.SubStatus == WorkflowSubStatus.Faulted)
            && (nachId == null || string.Compare(instanz.Id, nachId) > 0)
        join fall in context.Set<FallRow>() on instanz.CorrelationId equals fall.Korrelation into faelle
        from fall in faelle.DefaultIfEmpty()
        orderby instanz.Id
        select new Prozessinstanz(instanz.Id, (Guid?)fall.Id, fall.Nummer);
#pragma warning restore CA1309, CA1310
}
