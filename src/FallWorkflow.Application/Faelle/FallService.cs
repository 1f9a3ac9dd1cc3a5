using System.Text.Json.Nodes;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Loeschungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Faelle;

/// <summary>
/// The one way in: every command, partner message and due timer runs here as one transaction that commits the Fall,
/// its processes, tasks, timers, journal, inbox and outbox together.
/// </summary>
/// <param name="stammdaten">Where people and partners that a fact names must exist; null in the simulation, whose cast is its own.</param>
public sealed partial class FallService(
    IUnitOfWorkFactory uows,
    IWorkflowEngine engine,
    TimeProvider clock,
    IOutboxSignal signal,
    IErinnerungssignal? erinnerungen = null,
    IStammdaten? stammdaten = null,
    ILoeschungen? loeschungen = null,
    Dokumentgrenzen? dokumentgrenzen = null)
{
    /// <summary>Definition that every Fall starts with.</summary>
    public const string Lebenslauf = "fallmanagement";

    private readonly FreieProzesse _frei = new(uows, engine, clock, signal);

    /// <summary>Tries against a Fall that others change at the same time, before the caller hears of it.</summary>
    private const int Versuche = 8;

    /// <exception cref="InvalidInputException"/>
    /// <exception cref="RuleBrokenException"/>
    /// <exception cref="NotFoundException"/>
    /// <exception cref="ZugriffVerweigertException"/>
    /// <exception cref="ConflictException">The caller expected another version of the Fall.</exception>
    public Task<FallErgebnis> RecordAsync(RecordTatsache befehl, Akteur akteur, CancellationToken cancellation = default)
    {
        befehl = Dokumentablage.Complete(befehl);
        return RunAsync(KeyOf(akteur, befehl.Schluessel, befehl.FallId, befehl with { Schluessel = null }), befehl.FallId, akteur, null, async (scope, _) =>
        {
            Zugriffspolitik.RequireRecord(akteur, scope.Fall, befehl.Tatsache);
            befehl = Dokumentablage.KeepFile(scope.Fall, befehl);
            RequireVersion(scope, befehl.ErwarteteVersion);
            if (stammdaten is not null)
                await Beteiligtenpruefung.RequireAsync(stammdaten, scope.Fall, befehl.Tatsache, cancellation);
            Textpruefung.Require(scope.Konzept, befehl.Tatsache, befehl.WirksamAm);
            // The case manager sees what a partner says in the same way, whether it comes from its page or by message.
            if (akteur.Rolle == Rollen.Traeger)
                ShowNachricht(scope, befehl.Tatsache);
            var eintraege = Freigabe.RequestOf(scope, befehl) is { } antrag
                ? await scope.RecordAsync(antrag, befehl.WirksamAm, bestaetigt: befehl.WochenendeBestaetigt)
                : await scope.RecordAsync(
                    befehl.Tatsache, befehl.WirksamAm, befehl.Begruendung, befehl.WochenendeBestaetigt, befehl.Berichtigt);
            Dokumentablage.Store(scope, befehl, dokumentgrenzen ?? Dokumentgrenzen.Standard);
            return [.. eintraege.Select(e => e.Id)];
        }, cancellation, wartet: fall => fall.Antraege.Values.Any(e =>
            e.Tatsache is AbweichungBeantragt a && a.Art == TatsachenKatalog.ArtOf(befehl.Tatsache).Name && a.Daten == TatsachenKatalog.Serialize(befehl.Tatsache)));
    }

    /// <exception cref="InvalidInputException">The result is none of the task's, or a reason is missing.</exception>
    /// <exception cref="NotFoundException"/>
    public async Task<FallErgebnis> CompleteAsync(CompleteAufgabe befehl, Akteur akteur, CancellationToken cancellation = default)
    {
        Guid fallId;
        await using (var uow = uows.Begin())
        {
            var aufgabe = await uow.FindAufgabeAsync(befehl.AufgabeId, cancellation) ?? throw new NotFoundException(Texte.Of("AufgabeUnbekannt"));
            fallId = aufgabe.FallId;
        }

        return await RunAsync(KeyOf(akteur, befehl.Schluessel, fallId, befehl with { Schluessel = null }), fallId, akteur, null, async (scope, _) =>
        {
            var aufgabe = await scope.Uow.FindAufgabeAsync(befehl.AufgabeId, cancellation) ?? throw new NotFoundException(Texte.Of("AufgabeUnbekannt"));
            Zugriffspolitik.RequireComplete(akteur, scope.Fall, aufgabe);
            RequireVersion(scope, befehl.ErwarteteVersion);
            Aufgabenabschluss.Complete(scope, aufgabe, befehl);
            return [];
        }, cancellation);
    }

    /// <summary>
    /// Records what a partner reported, once per message id. Returns false if the message had its effect before.
    /// </summary>
    /// <exception cref="NotFoundException">The referral does not exist, is withdrawn, or is not this partner's.</exception>
    public async Task<bool> ReceiveAsync(TraegerNachricht nachricht, Akteur akteur, CancellationToken cancellation = default)
    {
        Guid fallId;
        await using (var uow = uows.Begin())
            fallId = await uow.FindFallOfZuweisungAsync(nachricht.ZuweisungId, cancellation) ?? throw new NotFoundException(Texte.Of("ZuweisungUnbekannt"));

        // The inbox remembers for a while, the Akte for ever.
        var id = Kennung.Of("nachricht", nachricht.TraegerId, nachricht.NachrichtId.ToString("N"));
        var bekannt = false;
        var ergebnis = await RunAsync($"nachricht:{nachricht.TraegerId}:{nachricht.NachrichtId:N}", fallId, akteur, null, async (scope, _) =>
        {
            Zugriffspolitik.RequireRecord(akteur, scope.Fall, nachricht.Tatsache);
            if (bekannt = scope.Fall.Akte.Any(e => e.Id == id))
                return [];
            ShowNachricht(scope, nachricht.Tatsache);
            var eintraege = await scope.RecordAsync(nachricht.Tatsache, nachricht.Am, bestaetigt: true, id: id);
            return [.. eintraege.Select(e => e.Id)];
        }, cancellation);
        return !ergebnis.Wiederholt && !bekannt;
    }

    /// <summary>Fires a claimed timer. False if it is gone, or somebody else's by now.</summary>
    /// <exception cref="ConflictException">The Fall changed meanwhile; the timer stays and is tried again.</exception>
    public async Task<bool> FireTimerAsync(ClaimedTimer timer, CancellationToken cancellation = default)
    {
        if (!Guid.TryParse(timer.CorrelationId, out var fallId))
            return await _frei.FireTimerAsync(timer, cancellation);
        var fired = false;
        await RunAsync(null, fallId, Akteur.System, null, async (scope, burst) =>
        {
            fired = await scope.Uow.FindClaimedTimerAsync(timer.Id, timer.Fence, cancellation) is not null
                && await engine.FireTimerAsync(burst, timer.Id, cancellation);
            return [];
        }, cancellation);
        return fired;
    }

    /// <summary>Delivers the answer to a request of a process. False if nobody waits for it, or it is somebody else's by now.</summary>
    /// <exception cref="ConflictException">The Fall changed meanwhile; the answer is to be delivered again.</exception>
    public async Task<bool> AnswerAsync(ClaimedCall call, JsonObject antwort, CancellationToken cancellation = default)
    {
        if (!Guid.TryParse(call.CorrelationId, out var fallId))
            return await _frei.AnswerAsync(call, antwort, cancellation);
        var zugestellt = false;
        await RunAsync(null, fallId, Akteur.System, null, async (scope, burst) =>
        {
            zugestellt = await FreieProzesse.DeliverAsync(engine, scope.Uow, burst, call, antwort, cancellation);
            return [];
        }, cancellation);
        return zugestellt;
    }

    /// <summary>Computes all dates of a Fall anew, for example after a new concept or new Feiertage.</summary>
    public Task RecomputeAsync(Guid fallId, Akteur akteur, string anlass, CancellationToken cancellation = default) =>
        RunAsync(null, fallId, akteur, null, (scope, _) =>
        {
            scope.Explain(anlass);
            return Task.FromResult<IReadOnlyList<Guid>>([]);
        }, cancellation);

    /// <summary>The order is committed, so a deletion that fails now is carried out by the nightly job.</summary>
    private async Task DeleteAsync(Loeschung loeschung)
    {
        try
        {
            if (loeschungen is not null)
            {
                // Confirmed is confirmed, also where the browser has gone away meanwhile.
                await loeschungen.ExecuteAsync(loeschung.Id, loeschung.BestaetigtAm, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is ConflictException or StoreUnavailableException)
        {
            // Somebody wrote to the Fall, or the database is away.
        }
    }

    private static void ShowNachricht(FallScope scope, Tatsache tatsache) => scope.Show(
        Verlauf.Verlaufsarten.NachrichtEmpfangen, Texte.Of($"Tatsache.{TatsachenKatalog.ArtOf(tatsache).Name}"), bezug: tatsache.Bezug);

    private static void RequireVersion(FallScope scope, long? erwartet)
    {
        if (erwartet is { } version && version != scope.Fall.Version)
            throw new VersionMismatchException(version, scope.Fall.Version);
    }

    /// <summary>
    /// The same key with other content is another command: a page that is sent again after a change must not be taken for
    /// a double click.
    /// </summary>
    private static string? KeyOf(Akteur akteur, string? schluessel, Guid fallId, object befehl) => schluessel is null
        ? null
        : $"befehl:{Kennung.Of(akteur.Id, fallId.ToString(), schluessel, ContentOf(befehl)):N}";

    private static string ContentOf(object befehl) => befehl is RecordTatsache r
        ? r.Wortlaut ?? $"{TatsachenKatalog.ArtOf(r.Tatsache).Name} {TatsachenKatalog.Serialize(r.Tatsache)} {r.WirksamAm:O} {r.Begruendung} {r.Berichtigt}"
        : befehl.ToString()!;

    private async Task<FallErgebnis> RunAsync(
        string? schluessel,
        Guid fallId,
        Akteur akteur,
        Func<IUnitOfWork, DateTimeOffset, Task<Fall>>? open,
        Func<FallScope, Burst, Task<IReadOnlyList<Guid>>> work,
        CancellationToken cancellation,
        bool onlyLooks = false,
        bool keepsDates = false,
        Func<Fall, bool>? wartet = null)
    {
        for (var versuch = 1; ; versuch++)
        {
            try
            {
                await using var uow = uows.Begin();
                var jetzt = clock.GetUtcNow();
                if (schluessel is not null && !await uow.TryEnterInboxAsync(schluessel, jetzt, cancellation))
                {
                    var alt = await uow.FindFallAsync(fallId, cancellation) ?? throw new NotFoundException(Texte.Of("FallUnbekannt"));
                    if (akteur.Rolle is not (Rollen.Traeger or Rollen.Prozessgestalter))
                        Zugriffspolitik.RequireRead(akteur, alt);
                    return new(alt.Id, alt.Nummer, alt.Version, [], Wiederholt: true, WartetAufFreigabe: wartet?.Invoke(alt) == true);
                }

                var fall = open is not null
                    ? await open(uow, jetzt)
                    : await uow.FindFallAsync(fallId, cancellation) ?? throw new NotFoundException(Texte.Of("FallUnbekannt"));
                var scope = await FallScope.LoadAsync(uow, fall, akteur, jetzt, cancellation);
                var burst = new Burst(uow.Engine, scope);
                var eintraege = await work(scope, burst);
                while (scope.TryDequeue(out var stimulus))
                    await engine.PublishAsync(burst, stimulus, cancellation);
                if (!keepsDates)
                    await Fristen.Fristenabgleich.RunAsync(scope, burst, engine, cancellation);
                Stoerungen.Stoerungsmeldung.Report(scope, burst, engine);
                if (onlyLooks)
                    return new(fall.Id, fall.Nummer, fall.Version, eintraege);
                await uow.CommitAsync(cancellation);
                fall.AcceptChanges();
                signal.Ring();
                if (scope.Reminds)
                    erinnerungen?.Ring();
                if (scope.Loeschung is { } loeschung)
                    await DeleteAsync(loeschung);
                return new(fall.Id, fall.Nummer, fall.Version, eintraege, WartetAufFreigabe: scope.WartetAufFreigabe);
            }
            catch (ConflictException) when (versuch < Versuche)
            {
                // Somebody else changed the Fall first: what they did counts, so everything is decided again on it.
            }
        }
    }
}
