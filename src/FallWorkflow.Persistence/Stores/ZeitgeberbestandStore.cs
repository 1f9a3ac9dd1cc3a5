using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class ZeitgeberbestandStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IZeitgeberbestand
{
    private static readonly string[] Zeitgeberarten =
        [JournalKinds.TimerArmed, JournalKinds.TimerMoved, JournalKinds.TimerFired, JournalKinds.TimerDropped];

    public Task<Bestandsseite> InstanzenAsync(string? nach, int max, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var instanzen = await NextInstanzen(context, nach, max).ToListAsync(cancellation);
        var ids = instanzen.Select(i => i.Id).ToList();
        var zeitgeber = await TimersOf(context, ids).ToListAsync(cancellation);
        var korrelationen = zeitgeber.Where(t => t.Rule is not null).Select(t => t.CorrelationId ?? "").Distinct().ToList();
        var koepfe = await Koepfe(context, korrelationen).ToListAsync(cancellation);
        var faelle = koepfe.Select(k => k.Id).ToList();
        var akten = (await Akten(context, faelle).ToListAsync(cancellation)).ToLookup(e => e.FallId);
        return new Bestandsseite(
            instanzen,
            zeitgeber.ToLookup(t => t.InstanceId),
            koepfe.ToDictionary(k => k.Korrelation, k => Fall.Load(k.Id, k.Nummer, k.BueroId, akten[k.Id].Select(AkteMapping.ToEintrag), k.Version)));
    });

    public Task<IReadOnlyList<WorkflowTimer>> OhneInstanzAsync(string? nach, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<WorkflowTimer>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await WithoutInstance(context, nach, max).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<ScheduleTrigger>> AusloeserAsync(CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<ScheduleTrigger>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<ScheduleTrigger>().AsNoTracking().OrderBy(t => t.DefinitionId).ThenBy(t => t.ActivityId).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<Aufrufbestand>> AuffaelligeAufrufeAsync(DateTimeOffset seit, string? nach, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Aufrufbestand>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await Calls(context, seit, nach).Take(max).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<JournalEntry>> ZeitgeberjournalAsync(string instanceId, string executionId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<JournalEntry>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<JournalEntry>().AsNoTracking()
                .Where(j => j.InstanceId == instanceId && j.ExecutionId == executionId && Zeitgeberarten.Contains(j.Kind))
                .OrderBy(j => j.Sequence).ToListAsync(cancellation);
        });

    // The database compares, by the same order in which it sorts.
#pragma warning disable CA1309
    internal static IQueryable<WorkflowInstance> NextInstanzen(FallWorkflowDbContext context, string? nach, int max) =>
        context.Set<WorkflowInstance>().AsNoTracking()
            .Where(i => (i.Status == WorkflowStatus.Running || i.SubStatus == WorkflowSubStatus.Faulted) && (nach == null || string.Compare(i.Id, nach) > 0))
            .OrderBy(i => i.Id).Take(max);

    internal static IQueryable<WorkflowTimer> WithoutInstance(FallWorkflowDbContext context, string? nach, int max) =>
        context.Set<WorkflowTimer>().AsNoTracking()
            .Where(t => (nach == null || string.Compare(t.Id, nach) > 0)
                && !context.Set<WorkflowInstance>().Any(i => i.Id == t.InstanceId && (i.Status == WorkflowStatus.Running || i.SubStatus == WorkflowSubStatus.Faulted)))
            .OrderBy(t => t.Id).Take(max);

    internal static IQueryable<Aufrufbestand> Calls(FallWorkflowDbContext context, DateTimeOffset seit, string? nach) =>
        from call in context.Set<HttpCall>().AsNoTracking()
        where nach == null || string.Compare(call.Id, nach) > 0
        let ohne = !context.Set<WorkflowInstance>().Any(i => i.Id == call.InstanceId && (i.Status == WorkflowStatus.Running || i.SubStatus == WorkflowSubStatus.Faulted))
        where ohne || call.ParkedAt != null || call.CreatedAt < seit
        orderby call.Id
        select new Aufrufbestand(
            call.Id, call.InstanceId, call.ExecutionId, call.CorrelationId, call.CreatedAt, call.ParkedAt, call.Attempts, call.LastError, ohne);
#pragma warning restore CA1309

    internal static IQueryable<WorkflowTimer> TimersOf(FallWorkflowDbContext context, List<string> instanzen) =>
        context.Set<WorkflowTimer>().AsNoTracking().Where(t => instanzen.Contains(t.InstanceId));

    internal static IQueryable<FallRow> Koepfe(FallWorkflowDbContext context, List<string> korrelationen) =>
        context.Set<FallRow>().AsNoTracking().Where(f => korrelationen.Contains(f.Korrelation));

    internal static IQueryable<EintragRow> Akten(FallWorkflowDbContext context, List<Guid> faelle) =>
        context.Set<EintragRow>().AsNoTracking().Where(e => faelle.Contains(e.FallId)).OrderBy(e => e.FallId).ThenBy(e => e.Nr);
}
