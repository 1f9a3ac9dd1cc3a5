using System.Runtime.CompilerServices;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Zeitgeber;

/// <summary>
/// Proves that planned and stored timers agree, or names every difference; so too for the triggers of processes that start by
/// themselves and for requests to other servers. Everything is read page by page; what looks wrong is looked at again by itself,
/// so that work going on meanwhile is not taken for a difference.
/// </summary>
public sealed class Zeitgeberpruefung(
    IZeitgeberbestand bestand, IUnitOfWorkFactory uows, IWorkflowEngine engine, ITimerRepair repair, IDefinitionCatalog katalog, TimeProvider uhr)
{
    private const int Seite = 500;

    /// <summary>Looks at an instance that others change all the time; afterwards the next run may have it.</summary>
    private const int Versuche = 5;

    /// <summary>How long a due timer may stay without being named, unless told otherwise.</summary>
    public static readonly TimeSpan Ueberfaellig = TimeSpan.FromHours(1);

    /// <param name="beheben">Mends what can be mended safely: wrong instants, orphans, and missing timers whose journal tells all about them.</param>
    /// <param name="ueberfaellig">How long a due timer may stay without being named.</param>
    /// <param name="zaehler">Counts what was looked at.</param>
    public async IAsyncEnumerable<Zeitgeberabweichung> RunAsync(
        bool beheben, TimeSpan ueberfaellig, Pruefzaehler zaehler, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var abweichung in Ausloeservergleich.Compare(katalog.AllPublished, await bestand.AusloeserAsync(cancellation), uhr.GetUtcNow() - ueberfaellig))
            yield return abweichung;
        for (string? nach = null; ;)
        {
            var aufrufe = await bestand.AuffaelligeAufrufeAsync(uhr.GetUtcNow() - ueberfaellig, nach, Seite, cancellation);
            foreach (var aufruf in aufrufe)
                yield return Ausloeservergleich.Of(aufruf);
            if (aufrufe.Count < Seite)
                break;
            nach = aufrufe[^1].Id;
        }

        var bueros = new Dictionary<string, (Fachkonzept, Arbeitskalender)>(StringComparer.Ordinal);
        for (string? nach = null; ;)
        {
            var seite = await bestand.InstanzenAsync(nach, Seite, cancellation);
            foreach (var instanz in seite.Instanzen)
            {
                var timers = seite.Zeitgeber[instanz.Id].ToList();
                zaehler.Instanzen++;
                zaehler.Zeitgeber += timers.Count;
                var plan = seite.Faelle.TryGetValue(instanz.CorrelationId ?? "", out var fall) ? await PlanAsync(fall, bueros, cancellation) : null;
                if (!Zeitgebervergleich.Compare(instanz, timers, plan, uhr.GetUtcNow() - ueberfaellig).Any())
                    continue;
                foreach (var abweichung in await ConfirmAsync(instanz.Id, beheben, ueberfaellig, cancellation))
                    yield return abweichung;
            }

            if (seite.Instanzen.Count < Seite)
                break;
            nach = seite.Instanzen[^1].Id;
        }

        for (string? nach = null; ;)
        {
            var verwaiste = await bestand.OhneInstanzAsync(nach, Seite, cancellation);
            foreach (var timer in verwaiste)
            {
                if (await ConfirmOrphanAsync(timer.Id, beheben, cancellation) is not { } abweichung)
                    continue;
                zaehler.Zeitgeber++;
                yield return abweichung;
            }

            if (verwaiste.Count < Seite)
                break;
            nach = verwaiste[^1].Id;
        }
    }

    private async Task<IReadOnlyList<Zeitgeberabweichung>> ConfirmAsync(
        string instanceId, bool beheben, TimeSpan ueberfaellig, CancellationToken cancellation)
    {
        for (var versuch = 0; versuch < Versuche; versuch++)
        {
            await using var uow = uows.Begin();
            // The instance first: every change of its timers changes it too, so if it is still the same afterwards, all of this belongs together.
            if (await uow.Engine.FindInstanceAsync(instanceId, cancellation) is not { } instanz || !OpenExecution.MayHaveTimers(instanz))
                return [];
            var stand = instanz.RowVersion;
            var scope = await ScopeAsync(uow, instanz.CorrelationId, cancellation);
            var timers = await uow.Engine.TimersOfAsync(instanceId, cancellation);
            var abweichungen = Zeitgebervergleich.Compare(instanz, timers, scope?.Fristen, uhr.GetUtcNow() - ueberfaellig).ToList();
            if (abweichungen.Count == 0)
                return [];
            await using (var danach = uows.Begin())
            {
                if ((await danach.Engine.FindInstanceAsync(instanceId, cancellation))?.RowVersion != stand)
                    continue;
            }

            if (!beheben)
                return abweichungen;
            try
            {
                var behoben = await MendAsync(uow, scope, instanz, timers, abweichungen, cancellation);
                await uow.CommitAsync(cancellation);
                return behoben;
            }
            catch (ConflictException)
            {
                // Somebody else has changed it meanwhile; perhaps it is in order now.
            }
        }

        return [];
    }

    private async Task<Zeitgeberabweichung?> ConfirmOrphanAsync(string timerId, bool beheben, CancellationToken cancellation)
    {
        for (var versuch = 0; versuch < Versuche; versuch++)
        {
            await using var uow = uows.Begin();
            if (await uow.Engine.FindTimerAsync(timerId, cancellation) is not { } timer
                || await uow.Engine.FindInstanceAsync(timer.InstanceId, cancellation) is { } instanz && OpenExecution.MayHaveTimers(instanz))
                return null;
            var abweichung = Zeitgebervergleich.WithoutInstance(timer);
            if (!beheben)
                return abweichung;
            var scope = await ScopeAsync(uow, timer.CorrelationId, cancellation);
            try
            {
                await repair.DropTimerAsync(new Burst(uow.Engine, scope), timer, Texte.Of("Zeitgeber.Anlass"), cancellation);
                await uow.CommitAsync(cancellation);
                return abweichung with { Behoben = true };
            }
            catch (ConflictException)
            {
                // Fired or removed meanwhile.
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<Zeitgeberabweichung>> MendAsync(
        IUnitOfWork uow, FallScope? scope, WorkflowInstance instanz, IReadOnlyList<WorkflowTimer> timers,
        List<Zeitgeberabweichung> abweichungen, CancellationToken cancellation)
    {
        var burst = new Burst(uow.Engine, scope);
        var anlass = Texte.Of("Zeitgeber.Anlass");
        var ergebnis = new List<Zeitgeberabweichung>(abweichungen.Count);
        foreach (var abweichung in abweichungen)
        {
            var timer = timers.FirstOrDefault(t => t.Id == abweichung.TimerId);
            var behoben = false;
            switch (abweichung.Art)
            {
                case Abweichungsart.FalscherTermin:
                    await engine.MoveTimerAsync(burst, timer!, abweichung.Soll!.Value, timer!.Rule, anlass, cancellation);
                    behoben = true;
                    break;
                // Which of several is the one too many, nobody can say: that is left to a person.
                case Abweichungsart.Verwaist when timer is not null:
                    await repair.DropTimerAsync(burst, timer, anlass, cancellation);
                    behoben = true;
                    break;
                case Abweichungsart.Fehlt:
                    behoben = await RestoreAsync(burst, scope, instanz, abweichung.ExecutionId!, timers, anlass, cancellation);
                    break;
            }

            ergebnis.Add(abweichung with { Behoben = behoben });
        }

        return ergebnis;
    }

    /// <summary>Puts back what the journal says was armed and never fired; false if the journal does not tell everything.</summary>
    private async Task<bool> RestoreAsync(
        Burst burst, FallScope? scope, WorkflowInstance instanz, string executionId, IReadOnlyList<WorkflowTimer> timers, string anlass, CancellationToken cancellation)
    {
        var offene = Zeitgeberjournal.StillArmed(await bestand.ZeitgeberjournalAsync(instanz.Id, executionId, cancellation))
            .Where(a => timers.All(t => t.ExecutionId != executionId || t.Name != a.Name)).ToList();
        var fehlend = OpenExecution.Of(instanz).Single(e => e.ExecutionId == executionId).Timers - timers.Count(t => t.ExecutionId == executionId);
        if (fehlend == 0 || offene.Count != fehlend || offene.Any(a => a.Rule is not null && scope is null))
            return false;
        foreach (var (name, due, rule) in offene)
        {
            var termin = rule is null ? due : scope!.Fristen.DueAt(Fristregel.FromJson(rule));
            await repair.RestoreTimerAsync(burst, instanz.Id, executionId, name, termin, rule, anlass, cancellation);
        }

        return true;
    }

    private async Task<FallScope?> ScopeAsync(IUnitOfWork uow, string? korrelation, CancellationToken cancellation) =>
        Guid.TryParse(korrelation, out var id) && await uow.FindFallAsync(id, cancellation) is { } fall
            ? await FallScope.LoadAsync(uow, fall, Akteur.System, uhr.GetUtcNow(), cancellation)
            : null;

    private async Task<Fristenplan> PlanAsync(
        Domain.Faelle.Fall fall, Dictionary<string, (Fachkonzept Konzept, Arbeitskalender Kalender)> bueros, CancellationToken cancellation)
    {
        if (!bueros.TryGetValue(fall.BueroId, out var buero))
        {
            await using var uow = uows.Begin();
            Buero daten = await uow.BueroAsync(fall.BueroId, cancellation);
            buero = bueros[fall.BueroId] = (
                await uow.FachkonzeptAsync(fall.BueroId, Ortszeit.DateOf(uhr.GetUtcNow()), cancellation), Arbeitskalender.For(daten.Land, daten.LokaleFeiertage));
        }

        return new(fall, buero.Konzept, buero.Kalender);
    }
}
