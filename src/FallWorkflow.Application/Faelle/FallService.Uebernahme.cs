using FallWorkflow.Application.Falluebernahmen;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Domain.Tatsachen;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Faelle;

// A running Fall is taken over: its facts with their original days, and its processes up to where they wait today (ADR 0030).
public sealed partial class FallService
{
    /// <summary>Past timers that one takeover fires; what is left then is fired by the worker. No shipped process has more than a handful.</summary>
    private const int MaxNachgeholt = 200;

    /// <summary>Takes over a Fall, or tries to without storing anything. A Fall that is there already is left as it is.</summary>
    /// <returns>The tasks are those that are open right afterwards; what has changed is in the line and not in the Fall.</returns>
    /// <exception cref="AltfallFehlerhaftException">The line is wrong; its columns are named.</exception>
    internal async Task<(FallErgebnis Ergebnis, IReadOnlyList<Uebernahmeaufgabe> Aufgaben, IReadOnlyList<Uebernahmefehler> Geaendert)> TakeOverAsync(
        Altfall altfall, Akteur akteur, bool nurPruefung, CancellationToken cancellation)
    {
        Zugriffspolitik.RequireTakeOver(akteur, altfall.BueroId);
        IReadOnlyList<Uebernahmeaufgabe> aufgaben = [];
        Fall? vorhanden = null;
        try
        {
            var ergebnis = await RunAsync(null, altfall.FallId, akteur, async (uow, jetzt) =>
            {
                if ((vorhanden = await uow.FindFallAsync(altfall.FallId, cancellation)) is not null)
                    throw new AltfallFehlerhaftException([]);
                var nummer = nurPruefung ? "–" : await uow.NextFallnummerAsync(Ortszeit.DateOf(jetzt).Year, cancellation);
                var fall = Fall.Open(altfall.FallId, nummer, altfall.BueroId);
                uow.Add(fall);
                return fall;
            }, async (scope, burst) =>
            {
                await RecordAsync(scope, burst, altfall, cancellation);
                await CatchUpAsync(scope, burst, cancellation);
                await RequireRunningAsync(burst, scope.Fall, cancellation);
                scope.Log(Lesezugriff.Uebernommen, Texte.Of("Zweck.Uebernahme"), Lesezugriff.Aufgabenerfuellung);
                aufgaben = [.. (await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id, cancellation)).Select(a => new Uebernahmeaufgabe(a.Titel, a.FaelligAm, a.Ueberfaellig))];
                return [.. scope.Fall.Akte.Select(e => e.Id)];
            }, cancellation, onlyLooks: nurPruefung);
            return (ergebnis, aufgaben, []);
        }
        catch (AltfallFehlerhaftException) when (vorhanden is not null)
        {
            return (new(vorhanden.Id, vorhanden.Nummer, vorhanden.Version, [], Wiederholt: true), [], Zeilenvergleich.Compare(altfall, vorhanden));
        }
    }

    private async Task RecordAsync(FallScope scope, Burst burst, Altfall altfall, CancellationToken cancellation)
    {
        var schritte = new Altschritte(altfall, scope.Heute);
        var grund = Texte.Of("Uebernahme.Grund", altfall.Quelle);
        scope.CatchUp(altfall.UebergebenAm);
        await TakeAsync(scope, schritte.Uebergabe, grund);
        await engine.StartAsync(burst, Lebenslauf, scope.Fall.Korrelation, null, cancellation);
        await DrainAsync(scope, burst, cancellation);
        await TakeAsync(scope, schritte.Annahme, grund);
        await DrainAsync(scope, burst, cancellation);
        var herkunft = await TakeAsync(scope, schritte.Herkunft, null);
        if (scope.Fall.ErstgespraechGefuehrt)
            await scope.StandForAsync(nameof(ErstgespraechGefuehrt), herkunft);
        await DrainAsync(scope, burst, cancellation);
        if (schritte.Einwilligung is { } einwilligung)
            await TakeAsync(scope, einwilligung, grund);
        await DrainAsync(scope, burst, cancellation);
        if (altfall.AufgenommenAm is not { } aufgenommen)
            return;

        scope.CatchUp(aufgenommen);
        foreach (var schritt in schritte.Aufnahme)
            await TakeAsync(scope, schritt, grund);
        await DrainAsync(scope, burst, cancellation);
        scope.CatchUp(altfall.PlanVom ?? scope.Heute);
        foreach (var schritt in schritte.Plan)
            await TakeAsync(scope, schritt, grund);
        await DrainAsync(scope, burst, cancellation);
        if (altfall.Phase >= Phase.Planung)
            await scope.StandForAsync(nameof(AssessmentAbgeschlossen), herkunft);
        await DrainAsync(scope, burst, cancellation);
        scope.CatchUp(scope.Heute);
        if (scope.Fall.Phase != altfall.Phase)
            await TakeAsync(scope, schritte.Phase, grund);
        await DrainAsync(scope, burst, cancellation);
    }

    /// <summary>Fires what would have fired by now, oldest first, so that the Fall stands where it stands today.</summary>
    private async Task CatchUpAsync(FallScope scope, Burst burst, CancellationToken cancellation)
    {
        for (var n = 0; n < MaxNachgeholt; n++)
        {
            await Fristenabgleich.RunAsync(scope, burst, engine, cancellation);
            var faellig = (await burst.Store.TimersByCorrelationAsync(scope.Fall.Korrelation, cancellation)).Where(t => t.DueAt <= scope.Jetzt).MinBy(t => t.DueAt);
            if (faellig is null || !await engine.FireTimerAsync(burst, faellig.Id, cancellation))
                return;
            await DrainAsync(scope, burst, cancellation);
        }
    }

    private async Task DrainAsync(FallScope scope, Burst burst, CancellationToken cancellation)
    {
        while (scope.TryDequeue(out var stimulus))
            await engine.PublishAsync(burst, stimulus, cancellation);
    }

    private static async Task<Eintrag> TakeAsync(FallScope scope, Altschritt schritt, string? grund)
    {
        try
        {
            return (await scope.RecordAsync(schritt.Tatsache, schritt.Am, grund, bestaetigt: true))[0];
        }
        catch (InvalidInputException e)
        {
            throw new AltfallFehlerhaftException([.. schritt.Translate(e.Fehler)]);
        }
        catch (RuleBrokenException e)
        {
            throw new AltfallFehlerhaftException([schritt.Translate(e)]);
        }
    }

    /// <summary>A process that stops on the way would leave the Fall without its Fristen: better not to take it over yet.</summary>
    private static async Task RequireRunningAsync(Burst burst, Fall fall, CancellationToken cancellation)
    {
        if ((await burst.Store.FindInstancesAsync(fall.Korrelation, runningOnly: false, cancellation: cancellation)).FirstOrDefault(i => i.SubStatus == WorkflowSubStatus.Faulted) is { } steht)
            throw new AltfallFehlerhaftException([new(null, Texte.Of("Uebernahme.Stoerung", steht.DefinitionId))]);
    }
}
