using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Commits;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.Rows;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>
/// One transaction over the objects of a <see cref="RowSession"/>: nothing is written before <see cref="CommitAsync"/>, which
/// then writes everything within one database transaction. Until then no lock is held, so a slow burst blocks nobody;
/// versions find out at the end who was first. After a failed commit the unit of work is used up.
/// </summary>
internal sealed class UnitOfWork(RowSession rows, CommitQueue commits, Nummernkreis nummern) : IUnitOfWork
{
    private readonly FallTracker _faelle = new(rows);
    private bool _committed;

    public IEngineStore Engine { get; } = new EngineStore(rows);

    public ValueTask<Fall?> FindFallAsync(Guid fallId, CancellationToken cancellation = default) => _faelle.FindAsync(fallId, cancellation);

    public void Add(Fall fall) => _faelle.Add(fall);

    public async ValueTask<string> NextFallnummerAsync(int jahr, CancellationToken cancellation = default) =>
        await nummern.NextAsync(jahr, cancellation);

    public async ValueTask<Guid?> FindFallIdAsync(string nummer, CancellationToken cancellation = default) =>
        (await rows.ReadAsync(rows.Model.Query<FallRow>(nameof(FallRow.Nummer)), [nummer], cancellation)).Select(f => (Guid?)f.Entity.Id).SingleOrDefault();

    public async ValueTask<Guid?> FindFallOfZuweisungAsync(string zuweisungId, CancellationToken cancellation = default) =>
        _faelle.FindByZuweisung(zuweisungId)
        ?? (await rows.ReadAsync(rows.Model.Of<ZuweisungRow>().ByKey, [zuweisungId], cancellation)).Select(z => (Guid?)z.Entity.FallId).SingleOrDefault();

    public ValueTask<Aufgabe?> FindAufgabeAsync(Guid aufgabeId, CancellationToken cancellation = default) =>
        rows.FindAsync<Aufgabe>(aufgabeId, cancellation);

    public ValueTask<IReadOnlyList<Aufgabe>> OffeneAufgabenAsync(Guid fallId, CancellationToken cancellation = default) =>
        _faelle.OffeneAufgabenAsync(fallId, cancellation);

    public void Add(Aufgabe aufgabe) => rows.Add(aufgabe);

    public void Add(Nachricht nachricht) => rows.Add(nachricht);

    public void Add(Erinnerung erinnerung) => rows.Add(erinnerung);

    public void Add(Verlaufsereignis ereignis) => rows.Add(ereignis);

    public void Add(Zugriffsereignis ereignis) => rows.Add(ereignis);

    public void Add(Loeschung loeschung) => rows.Add(loeschung);

    public void Add(Dokumentinhalt inhalt) => rows.Add(inhalt);

    /// <summary>By its key alone: there is no need to read what is to be deleted.</summary>
    public void RemoveDokumentinhalt(Guid fallId, string dokumentId) =>
        rows.Remove(new Dokumentinhalt { FallId = fallId, DokumentId = dokumentId, Groesse = 0, Inhalt = [] });

    public async ValueTask<Buero> BueroAsync(string bueroId, CancellationToken cancellation = default) =>
        await rows.FindAsync<Buero>(bueroId, cancellation) ?? throw new NotFoundException(Application.Texte.Of("BueroUnbekannt", bueroId));

    public ValueTask<Traeger?> FindTraegerAsync(string traegerId, CancellationToken cancellation = default) =>
        rows.FindAsync<Traeger>(traegerId, cancellation);

    public async ValueTask<Fachkonzept> FachkonzeptAsync(string bueroId, DateOnly am, CancellationToken cancellation = default)
    {
        var inKraft = rows.Model.Query<FachkonzeptRow>(
            [(nameof(FachkonzeptRow.BueroId), "="), (nameof(FachkonzeptRow.GueltigAb), "<=")],
            $"{nameof(FachkonzeptRow.GueltigAb)} DESC", $"{nameof(FachkonzeptRow.Version)} DESC");
        return (await rows.ReadAsync(inKraft, [bueroId, am], cancellation)).FirstOrDefault().Entity?.ToFachkonzept() ?? Fachkonzept.Standard;
    }

    public async ValueTask<bool> TryEnterInboxAsync(string schluessel, DateTimeOffset jetzt, CancellationToken cancellation = default)
    {
        if (await rows.FindAsync<EingangRow>(schluessel, cancellation) is not null)
            return false;
        rows.Add(new EingangRow { Schluessel = schluessel, At = jetzt });
        return true;
    }

    public async ValueTask<WorkflowTimer?> FindClaimedTimerAsync(string timerId, long fence, CancellationToken cancellation = default) =>
        await Engine.FindTimerAsync(timerId, cancellation) is { } timer && timer.Fence == fence ? timer : null;

    public async ValueTask<ScheduleTrigger?> FindClaimedTriggerAsync(ClaimedTrigger trigger, CancellationToken cancellation = default) =>
        await rows.FindAsync<ScheduleTrigger>([trigger.DefinitionId, trigger.ActivityId], cancellation) is { } found
            && found.Fence == trigger.Fence ? found : null;

    public async ValueTask<HttpCall?> FindClaimedCallAsync(string callId, long fence, CancellationToken cancellation = default) =>
        await Engine.FindHttpCallAsync(callId, cancellation) is { } call && call.Fence == fence ? call : null;

    public long TaktOf(Fall fall) => _faelle.TaktOf(fall);

    public ValueTask<Wechselfall?> FindWechselfallAsync(Guid wechselId, Guid fallId, CancellationToken cancellation = default) =>
        rows.FindAsync<Wechselfall>([wechselId, fallId], cancellation);

    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        if (_committed)
            throw new InvalidOperationException("A unit of work commits once.");
        _committed = true;
        var faelle = await _faelle.WriteChangesAsync(cancellation);
        if (CommitSet.Of(rows) is not { } set)
            return;

        await commits.CommitAsync(set, cancellation);
        foreach (var (fall, row) in faelle)
        {
            fall.Version = row.Version;
            fall.AcceptChanges();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
