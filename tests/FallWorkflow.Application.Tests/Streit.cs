using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Tests;

/// <summary>A store in which somebody else is always a little faster: the next <see cref="Konflikte"/> commits fail.</summary>
internal sealed class Streit(InMemoryDatabase db) : IUnitOfWorkFactory
{
    public int Konflikte { get; set; }

    public int Begonnen { get; private set; }

    public IUnitOfWork Begin()
    {
        Begonnen++;
        return new Arbeit(this, db.Begin());
    }

    private sealed class Arbeit(Streit streit, IUnitOfWork uow) : IUnitOfWork
    {
        public IEngineStore Engine => uow.Engine;

        public Task CommitAsync(CancellationToken cancellation = default) =>
            streit.Konflikte-- > 0 ? throw new ConflictException("Somebody was faster.") : uow.CommitAsync(cancellation);

        public ValueTask<Fall?> FindFallAsync(Guid fallId, CancellationToken cancellation = default) => uow.FindFallAsync(fallId, cancellation);

        public void Add(Fall fall) => uow.Add(fall);

        public ValueTask<string> NextFallnummerAsync(int jahr, CancellationToken cancellation = default) => uow.NextFallnummerAsync(jahr, cancellation);

        public ValueTask<Guid?> FindFallIdAsync(string nummer, CancellationToken cancellation = default) => uow.FindFallIdAsync(nummer, cancellation);

        public ValueTask<Guid?> FindFallOfZuweisungAsync(string zuweisungId, CancellationToken cancellation = default) => uow.FindFallOfZuweisungAsync(zuweisungId, cancellation);

        public ValueTask<Aufgabe?> FindAufgabeAsync(Guid aufgabeId, CancellationToken cancellation = default) => uow.FindAufgabeAsync(aufgabeId, cancellation);

        public ValueTask<IReadOnlyList<Aufgabe>> OffeneAufgabenAsync(Guid fallId, CancellationToken cancellation = default) => uow.OffeneAufgabenAsync(fallId, cancellation);

        public void Add(Aufgabe aufgabe) => uow.Add(aufgabe);

        public void Add(Nachricht nachricht) => uow.Add(nachricht);

        public void Add(Erinnerung erinnerung) => uow.Add(erinnerung);

        public void Add(Verlaufsereignis ereignis) => uow.Add(ereignis);

        public void Add(Application.Zugriff.Zugriffsereignis ereignis) => uow.Add(ereignis);

        public void Add(Application.Loeschungen.Loeschung loeschung) => uow.Add(loeschung);

        public void Add(Application.Dokumente.Dokumentinhalt inhalt) => uow.Add(inhalt);

        public void RemoveDokumentinhalt(Guid fallId, string dokumentId) => uow.RemoveDokumentinhalt(fallId, dokumentId);

        public ValueTask<Buero> BueroAsync(string bueroId, CancellationToken cancellation = default) => uow.BueroAsync(bueroId, cancellation);

        public ValueTask<Traeger?> FindTraegerAsync(string traegerId, CancellationToken cancellation = default) => uow.FindTraegerAsync(traegerId, cancellation);

        public ValueTask<Fachkonzept> FachkonzeptAsync(string bueroId, DateOnly am, CancellationToken cancellation = default) => uow.FachkonzeptAsync(bueroId, am, cancellation);

        public ValueTask<bool> TryEnterInboxAsync(string schluessel, DateTimeOffset jetzt, CancellationToken cancellation = default) => uow.TryEnterInboxAsync(schluessel, jetzt, cancellation);

        public ValueTask<WorkflowTimer?> FindClaimedTimerAsync(string timerId, long fence, CancellationToken cancellation = default) => uow.FindClaimedTimerAsync(timerId, fence, cancellation);

        public ValueTask<ScheduleTrigger?> FindClaimedTriggerAsync(ClaimedTrigger trigger, CancellationToken cancellation = default) => uow.FindClaimedTriggerAsync(trigger, cancellation);

        public ValueTask<HttpCall?> FindClaimedCallAsync(string callId, long fence, CancellationToken cancellation = default) => uow.FindClaimedCallAsync(callId, fence, cancellation);

        public ValueTask DisposeAsync() => uow.DisposeAsync();
    }
}
