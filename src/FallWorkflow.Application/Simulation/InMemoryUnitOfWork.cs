using System.Globalization;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// A transaction on the <see cref="InMemoryDatabase"/> for one actor at a time. Additions become visible to others with the
/// commit; a Fall that a refused command touched is read anew from its committed entries.
/// </summary>
internal sealed class InMemoryUnitOfWork : IUnitOfWork
{
    private readonly InMemoryDatabase _db;
    private readonly Dictionary<Guid, Fall> _faelle = [];
    private readonly Dictionary<Guid, Aufgabe> _aufgaben = [];
    private readonly List<Nachricht> _nachrichten = [];
    private readonly List<Erinnerung> _erinnerungen = [];
    private readonly List<Verlaufsereignis> _verlauf = [];
    private readonly List<Zugriffsereignis> _zugriffe = [];
    private readonly List<string> _eingang = [];
    private readonly Dictionary<Guid, Action> _vorher = [];
    private bool _committed;

    public InMemoryUnitOfWork(InMemoryDatabase db)
    {
        _db = db;
        db.Engine.Begin();
    }

    public IEngineStore Engine => _db.Engine;

    public ValueTask<Fall?> FindFallAsync(Guid fallId, CancellationToken cancellation = default)
    {
        if (!_faelle.TryGetValue(fallId, out var fall) && _db.Faelle.TryGetValue(fallId, out fall))
            _faelle[fallId] = fall;
        return ValueTask.FromResult(fall);
    }

    public void Add(Fall fall) => _faelle[fall.Id] = fall;

    public ValueTask<string> NextFallnummerAsync(int jahr, CancellationToken cancellation = default) =>
        ValueTask.FromResult(string.Create(CultureInfo.InvariantCulture, $"FM-{jahr}-{_db.NextNummer(jahr):00000}"));

    public ValueTask<Guid?> FindFallIdAsync(string nummer, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_db.Faelle.Values.FirstOrDefault(f => f.Nummer == nummer)?.Id);

    public ValueTask<Guid?> FindFallOfZuweisungAsync(string zuweisungId, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_db.Faelle.Values.FirstOrDefault(f => f.Zuweisungen.ContainsKey(zuweisungId))?.Id);

    public ValueTask<Aufgabe?> FindAufgabeAsync(Guid aufgabeId, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_aufgaben.GetValueOrDefault(aufgabeId) ?? Tracked(_db.Aufgaben.GetValueOrDefault(aufgabeId)));

    public ValueTask<IReadOnlyList<Aufgabe>> OffeneAufgabenAsync(Guid fallId, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<Aufgabe>>(
            [.. _db.Aufgaben.Values.Concat(_aufgaben.Values).Where(a => a.FallId == fallId && a.Status == Aufgabenstatus.Offen).Select(a => Tracked(a)!)]);

    public void Add(Aufgabe aufgabe) => _aufgaben[aufgabe.Id] = aufgabe;

    public void Add(Nachricht nachricht) => _nachrichten.Add(nachricht);

    public void Add(Erinnerung erinnerung) => _erinnerungen.Add(erinnerung);

    public void Add(Verlaufsereignis ereignis) => _verlauf.Add(ereignis);

    public void Add(Zugriffsereignis ereignis) => _zugriffe.Add(ereignis);

    /// <summary>A simulated Akte is shown after its end, so it stays.</summary>
    public void Add(Loeschung loeschung)
    {
    }

    /// <summary>No process asks what a file holds, so a simulation keeps none.</summary>
    public void Add(Dokumentinhalt inhalt)
    {
    }

    public void RemoveDokumentinhalt(Guid fallId, string dokumentId)
    {
    }

    public ValueTask<Buero> BueroAsync(string bueroId, CancellationToken cancellation = default) => ValueTask.FromResult(_db.Bueros[bueroId]);

    public ValueTask<Traeger?> FindTraegerAsync(string traegerId, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_db.Traeger.GetValueOrDefault(traegerId));

    public ValueTask<Fachkonzept> FachkonzeptAsync(string bueroId, DateOnly am, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_db.Fachkonzepte.Where(k => k.BueroId == bueroId && k.GueltigAb <= am).OrderBy(k => k.GueltigAb).ThenBy(k => k.Version).LastOrDefault() ?? Fachkonzept.Standard);

    public ValueTask<bool> TryEnterInboxAsync(string schluessel, DateTimeOffset jetzt, CancellationToken cancellation = default)
    {
        if (_db.Eingang.Contains(schluessel) || _eingang.Contains(schluessel))
            return ValueTask.FromResult(false);
        _eingang.Add(schluessel);
        return ValueTask.FromResult(true);
    }

    public ValueTask<WorkflowTimer?> FindClaimedTimerAsync(string timerId, long fence, CancellationToken cancellation = default) =>
        Engine.FindTimerAsync(timerId, cancellation);

    /// <summary>A simulated Fall has no processes that start by themselves.</summary>
    public ValueTask<ScheduleTrigger?> FindClaimedTriggerAsync(ClaimedTrigger trigger, CancellationToken cancellation = default) =>
        ValueTask.FromResult<ScheduleTrigger?>(null);

    public ValueTask<HttpCall?> FindClaimedCallAsync(string callId, long fence, CancellationToken cancellation = default) =>
        Engine.FindHttpCallAsync(callId, cancellation);

    public Task CommitAsync(CancellationToken cancellation = default)
    {
        foreach (var fall in _faelle.Values)
        {
            _db.Faelle[fall.Id] = fall;
            fall.Version++;
        }

        foreach (var aufgabe in _aufgaben.Values)
            _db.Aufgaben[aufgabe.Id] = aufgabe;
        foreach (var nachricht in _nachrichten)
        {
            nachricht.Nr = _db.Nachrichten.Count + 1;
            _db.Nachrichten.Add(nachricht);
        }

        _db.Erinnerungen.AddRange(_erinnerungen);
        _db.Verlauf.AddRange(_verlauf);
        _db.Zugriffe.AddRange(_zugriffe);
        _db.Eingang.UnionWith(_eingang);
        _db.Engine.Commit();
        _committed = true;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (_committed)
            return ValueTask.CompletedTask;
        _db.Engine.Rollback();
        foreach (var zurueck in _vorher.Values)
            zurueck();
        foreach (var fall in _faelle.Values.Where(f => f.NeueEintraege.Count > 0 && _db.Faelle.ContainsKey(f.Id)))
            _db.Faelle[fall.Id] = Fall.Load(fall.Id, fall.Nummer, fall.BueroId, fall.Akte.Except(fall.NeueEintraege), fall.Version);
        return ValueTask.CompletedTask;
    }

    // Tasks are changed in place, so what they were is noted when they are handed out.
    private Aufgabe? Tracked(Aufgabe? aufgabe)
    {
        if (aufgabe is null || _aufgaben.ContainsKey(aufgabe.Id) || _vorher.ContainsKey(aufgabe.Id))
            return aufgabe;
        var (titel, zustaendig, faellig, regel, status) = (aufgabe.Titel, aufgabe.ZustaendigId, aufgabe.FaelligAm, aufgabe.Fristregel, aufgabe.Status);
        var (ueberfaellig, von, bis) = (aufgabe.Ueberfaellig, aufgabe.RuhtVon, aufgabe.RuhtBis);
        var (beendetAm, beendetVon, ergebnis, begruendung) = (aufgabe.BeendetAm, aufgabe.BeendetVon, aufgabe.Ergebnis, aufgabe.Begruendung);
        _vorher[aufgabe.Id] = () =>
        {
            (aufgabe.Titel, aufgabe.ZustaendigId, aufgabe.FaelligAm, aufgabe.Fristregel, aufgabe.Status) = (titel, zustaendig, faellig, regel, status);
            (aufgabe.Ueberfaellig, aufgabe.RuhtVon, aufgabe.RuhtBis) = (ueberfaellig, von, bis);
            (aufgabe.BeendetAm, aufgabe.BeendetVon, aufgabe.Ergebnis, aufgabe.Begruendung) = (beendetAm, beendetVon, ergebnis, begruendung);
        };
        return aufgabe;
    }
}
