using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Ports;

/// <summary>
/// One transaction. Everything that is read is tracked and everything that is added is committed together by
/// <see cref="CommitAsync"/>, or nothing is.
/// </summary>
public interface IUnitOfWork : IAsyncDisposable
{
    IEngineStore Engine { get; }

    /// <summary>Loads a Fall with its whole Akte; the same object when asked again.</summary>
    ValueTask<Fall?> FindFallAsync(Guid fallId, CancellationToken cancellation = default);

    void Add(Fall fall);

    /// <summary>Next running number of a Fall in a year, for <see cref="Fall.Nummer"/>.</summary>
    ValueTask<string> NextFallnummerAsync(int jahr, CancellationToken cancellation = default);

    /// <summary>The id of a Fall by the number that people use.</summary>
    ValueTask<Guid?> FindFallIdAsync(string nummer, CancellationToken cancellation = default);

    ValueTask<Guid?> FindFallOfZuweisungAsync(string zuweisungId, CancellationToken cancellation = default);

    ValueTask<Aufgabe?> FindAufgabeAsync(Guid aufgabeId, CancellationToken cancellation = default);

    ValueTask<IReadOnlyList<Aufgabe>> OffeneAufgabenAsync(Guid fallId, CancellationToken cancellation = default);

    void Add(Aufgabe aufgabe);

    void Add(Nachricht nachricht);

    void Add(Erinnerung erinnerung);

    void Add(Verlaufsereignis ereignis);

    /// <summary>A line of the access log that stands or falls with what it tells about.</summary>
    void Add(Zugriffsereignis ereignis);

    void Add(Loeschung loeschung);

    void Add(Dokumentinhalt inhalt);

    /// <summary>Deletes the file of a document with this transaction; where it is gone already, the commit fails as a conflict.</summary>
    void RemoveDokumentinhalt(Guid fallId, string dokumentId);

    ValueTask<Buero> BueroAsync(string bueroId, CancellationToken cancellation = default);

    ValueTask<Traeger?> FindTraegerAsync(string traegerId, CancellationToken cancellation = default);

    /// <summary>The office's concept in force on a day; the default concept if the office has none.</summary>
    ValueTask<Fachkonzept> FachkonzeptAsync(string bueroId, DateOnly am, CancellationToken cancellation = default);

    /// <summary>
    /// Enters a message id or idempotency key into the inbox. False if it is there already: the effect has happened.
    /// Two transactions that enter the same key at the same time: one of them fails its commit with <see cref="ConflictException"/>.
    /// </summary>
    ValueTask<bool> TryEnterInboxAsync(string schluessel, DateTimeOffset jetzt, CancellationToken cancellation = default);

    /// <summary>A due timer that this worker has claimed; null if it is gone or another worker's fence is newer.</summary>
    ValueTask<WorkflowTimer?> FindClaimedTimerAsync(string timerId, long fence, CancellationToken cancellation = default);

    /// <summary>A due trigger that this worker has claimed; null if it is gone or another worker's fence is newer.</summary>
    ValueTask<ScheduleTrigger?> FindClaimedTriggerAsync(ClaimedTrigger trigger, CancellationToken cancellation = default);

    /// <summary>A request that this worker has claimed; null if nobody waits for its answer or another worker's fence is newer.</summary>
    ValueTask<HttpCall?> FindClaimedCallAsync(string callId, long fence, CancellationToken cancellation = default);

    /// <summary>
    /// How often anything of a Fall that was read here has been committed, entries or not; the commit that changes something is the
    /// next. Stores that keep no count say 0.
    /// </summary>
    long TaktOf(Fall fall) => 0;

    /// <summary>A Fall's row in a Versionswechsel; null if there is none. Stores that know no such orders have none.</summary>
    ValueTask<Versionen.Wechselfall?> FindWechselfallAsync(Guid wechselId, Guid fallId, CancellationToken cancellation = default) =>
        ValueTask.FromResult<Versionen.Wechselfall?>(null);

    /// <exception cref="ConflictException">Somebody else changed the same Fall, instance, timer or key; try again with a new unit of work.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or is locked.</exception>
    Task CommitAsync(CancellationToken cancellation = default);
}
