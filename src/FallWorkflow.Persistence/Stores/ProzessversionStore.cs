using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Queues;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class ProzessversionStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IProzessversionen
{
    public Task<IReadOnlyList<Prozessversion>> LoadAsync(CancellationToken cancellation = default) => guard.RunAsync<IReadOnlyList<Prozessversion>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Needed(context).ToListAsync(cancellation);
    });

    internal static IQueryable<Prozessversion> Needed(FallWorkflowDbContext context) =>
        context.Set<Prozessversion>().AsNoTracking()
            .Where(p => p.IsCurrent
                || context.Set<WorkflowInstance>().Any(i => i.Status == WorkflowStatus.Running && i.DefinitionVersionId == p.Id))
            .OrderBy(p => p.DefinitionId).ThenBy(p => p.Version);

    public Task<Prozessversion?> FindAsync(string id, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Prozessversion>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation);
    });

    public Task<IReadOnlyList<Prozessversion>> VersionsOfAsync(string definitionId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Prozessversion>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<Prozessversion>().AsNoTracking()
                .Where(p => p.DefinitionId == definitionId).OrderByDescending(p => p.Version).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<Prozessversion>> NewestAsync(CancellationToken cancellation = default) => guard.RunAsync<IReadOnlyList<Prozessversion>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Newest(context).ToListAsync(cancellation);
    });

    internal static IQueryable<Prozessversion> Newest(FallWorkflowDbContext context) =>
        context.Set<Prozessversion>().AsNoTracking()
            .Where(p => !context.Set<Prozessversion>().Any(s => s.DefinitionId == p.DefinitionId && s.Version > p.Version))
            .OrderBy(p => p.DefinitionId);

    public Task RetractAsync(string definitionId, Entwurfsstand? vermerk = null, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        foreach (var aktuell in await context.Set<Prozessversion>().Where(p => p.DefinitionId == definitionId && p.IsCurrent).ToListAsync(cancellation))
            aktuell.IsCurrent = false;
        await ZeitausloeserQueue.PrepareAsync(context, definitionId, [], cancellation);
        if (vermerk is not null)
            context.Add(vermerk);
        await context.SaveChangesAsync(cancellation);
    });

    public Task<bool> PublishAsync(
        Prozessversion version, IReadOnlyList<ScheduleTrigger> triggers, Eingangsschluessel? eingang = null, Entwurfsstand? vermerk = null,
        CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.TryEnterAsync(eingang, cancellation))
            return false;
        var bisherige = await context.Set<Prozessversion>().Where(p => p.DefinitionId == version.DefinitionId && p.IsCurrent).ToListAsync(cancellation);
        foreach (var bisherig in bisherige)
        {
            if (bisherig.Version >= version.Version)
                throw new ConflictException($"Version {bisherig.Version} of '{version.DefinitionId}' is published already.");
            bisherig.IsCurrent = false;
        }

        version.IsCurrent = true;
        context.Add(version);
        if (vermerk is not null)
            context.Add(vermerk);
        await ZeitausloeserQueue.PrepareAsync(context, version.DefinitionId, triggers, cancellation);
        await context.SaveChangesAsync(cancellation);
        return true;
    });
}
