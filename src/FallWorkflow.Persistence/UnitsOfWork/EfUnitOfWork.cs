using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>
/// One transaction over the change tracker: nothing is written before <see cref="CommitAsync"/>, which then writes
/// everything within one database transaction. Until then no lock is held, so a slow burst blocks nobody; versions find
/// out at the end who was first. After a failed commit the unit of work is used up.
/// </summary>
internal sealed class EfUnitOfWork(FallWorkflowDbContext context, StoreGuard guard, Nummernkreis nummern, IFaultPoints? faults) : IUnitOfWork
{
    private readonly FallTracker _faelle = new(context);
    private readonly List<Nachricht> _nachrichten = [];
    private bool _committed;

    public IEngineStore Engine { get; } = new EfEngineStore(context, guard);

    public async ValueTask<Fall?> FindFallAsync(Guid fallId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => _faelle.FindAsync(fallId, cancellation));

    public void Add(Fall fall) => _faelle.Add(fall);

    public async ValueTask<string> NextFallnummerAsync(int jahr, CancellationToken cancellation = default) =>
        await nummern.NextAsync(jahr, cancellation);

    public async ValueTask<Guid?> FindFallOfZuweisungAsync(string zuweisungId, CancellationToken cancellation = default) =>
        _faelle.FindByZuweisung(zuweisungId)
        ?? await guard.RunAsync(() => context.Set<ZuweisungRow>().AsNoTracking()
            .Where(z => z.ZuweisungId == zuweisungId).Select(z => (Guid?)z.FallId).SingleOrDefaultAsync(cancellation));

    public async ValueTask<Aufgabe?> FindAufgabeAsync(Guid aufgabeId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.FindTrackedAsync<Aufgabe>(aufgabeId, cancellation));

    public async ValueTask<IReadOnlyList<Aufgabe>> OffeneAufgabenAsync(Guid fallId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.ListAsync<Aufgabe, DateTimeOffset>(
            a => a.FallId == fallId && a.Status == Aufgabenstatus.Offen, a => a.ErstelltAm, cancellation));

    public void Add(Aufgabe aufgabe) => context.AddInOrder(aufgabe);

    public void Add(Nachricht nachricht)
    {
        context.Add(nachricht);
        _nachrichten.Add(nachricht);
    }

    public void Add(Erinnerung erinnerung) => context.Add(erinnerung);

    public void Add(Verlaufsereignis ereignis) => context.AddInOrder(ereignis);

    public async ValueTask<Buero> BueroAsync(string bueroId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.FindTrackedAsync<Buero>(bueroId, cancellation))
        ?? throw new NotFoundException($"No office '{bueroId}'.");

    public async ValueTask<Traeger?> FindTraegerAsync(string traegerId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.FindTrackedAsync<Traeger>(traegerId, cancellation));

    public async ValueTask<Fachkonzept> FachkonzeptAsync(string bueroId, DateOnly am, CancellationToken cancellation = default)
    {
        var row = await guard.RunAsync(() => context.Set<FachkonzeptRow>().AsNoTracking()
            .Where(f => f.BueroId == bueroId && f.GueltigAb <= am)
            .OrderByDescending(f => f.GueltigAb).ThenByDescending(f => f.Version)
            .FirstOrDefaultAsync(cancellation));
        return row?.ToFachkonzept() ?? Fachkonzept.Standard;
    }

    public async ValueTask<bool> TryEnterInboxAsync(string schluessel, DateTimeOffset jetzt, CancellationToken cancellation = default)
    {
        if (await guard.RunAsync(() => context.FindTrackedAsync<EingangRow>(schluessel, cancellation)) is not null)
            return false;
        context.Add(new EingangRow { Schluessel = schluessel, At = jetzt });
        return true;
    }

    public async ValueTask<WorkflowTimer?> FindClaimedTimerAsync(string timerId, long fence, CancellationToken cancellation = default) =>
        await Engine.FindTimerAsync(timerId, cancellation) is { } timer && timer.Fence == fence ? timer : null;

    public async ValueTask<ScheduleTrigger?> FindClaimedTriggerAsync(ClaimedTrigger trigger, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.FindTrackedAsync<ScheduleTrigger>([trigger.DefinitionId, trigger.ActivityId], cancellation)) is { } found
            && found.Fence == trigger.Fence ? found : null;

    public async ValueTask<HttpCall?> FindClaimedCallAsync(string callId, long fence, CancellationToken cancellation = default) =>
        await Engine.FindHttpCallAsync(callId, cancellation) is { } call && call.Fence == fence ? call : null;

    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        if (_committed)
            throw new InvalidOperationException("A unit of work commits once.");
        _committed = true;
        context.ChangeTracker.DetectChanges();
        var faelle = _faelle.WriteChanges();
        if (!context.ChangeTracker.HasChanges())
            return;

        await guard.RunAsync(() => SaveAsync(cancellation));
        foreach (var (fall, row) in faelle)
        {
            fall.Version = row.Version;
            fall.AcceptChanges();
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        // SQLite begins this transaction IMMEDIATE: a read that turns into a write later could fail half-way.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await NumberNachrichtenAsync(cancellation);
        await context.SaveChangesAsync(cancellation);
        faults?.Reached(FaultPoints.BeforeCommit);
        await transaction.CommitAsync(cancellation);
        faults?.Reached(FaultPoints.AfterCommit);
    }

    /// <summary>Two transactions that count on from the same message meet the unique index, and one tries again.</summary>
    private async Task NumberNachrichtenAsync(CancellationToken cancellation)
    {
        foreach (var desFalls in _nachrichten.GroupBy(n => n.FallId))
        {
            var letzte = await context.Set<Nachricht>().Where(n => n.FallId == desFalls.Key).MaxAsync(n => (long?)n.Nr, cancellation) ?? 0;
            foreach (var nachricht in desFalls)
                nachricht.Nr = ++letzte;
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
