using System.Text.Json;
using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Versionen;

/// <summary>What a move changed in a Fall, as it was before: the engine's rows and the tasks.</summary>
/// <param name="Prozesse">Instances, bookmarks and timers.</param>
/// <param name="Aufgaben">Tasks that the move changed or closed, as they were.</param>
/// <param name="NeueAufgaben">Tasks that it set.</param>
internal sealed record Rueckweg(MoveRecord Prozesse, IReadOnlyList<Aufgabe> Aufgaben, IReadOnlyList<Guid> NeueAufgaben)
{
    /// <summary>What stands before or after a move.</summary>
    public static async Task<(Standing Prozesse, IReadOnlyList<string> Aufgaben)> StandAsync(FallScope scope, Burst burst, CancellationToken cancellation) => (
        await MoveRecord.StandingAsync(burst.Store, scope.Fall.Korrelation, cancellation),
        [.. (await scope.Uow.OffeneAufgabenAsync(scope.Fall.Id, cancellation)).Select(a => JsonSerializer.Serialize(a, JsonSerializerOptions.Web))]);

    /// <summary>
    /// Null if the move did something that cannot be taken back: a fact, a message to a Träger, a request to another server, an event that
    /// reached a process of its own.
    /// </summary>
    public static Rueckweg? Between(
        FallScope scope, Burst burst, (Standing Prozesse, IReadOnlyList<string> Aufgaben) vorher, (Standing Prozesse, IReadOnlyList<string> Aufgaben) nachher)
    {
        var prozesse = MoveRecord.Between(vorher.Prozesse, nachher.Prozesse, burst.Changed);
        if (prozesse.IsFinal || scope.HatGesendet || scope.Fall.NeueEintraege.Count > 0)
            return null;
        var bisher = vorher.Aufgaben.Select(Read).Select(a => a.Id).ToHashSet();
        return new(
            prozesse, [.. vorher.Aufgaben.Except(nachher.Aufgaben, StringComparer.Ordinal).Select(Read)],
            [.. nachher.Aufgaben.Select(Read).Select(a => a.Id).Where(id => !bisher.Contains(id))]);
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static Rueckweg Parse(string json) => JsonSerializer.Deserialize<Rueckweg>(json, JsonSerializerOptions.Web)!;

    /// <summary>Puts everything back; the Verlauf and the journal show that it was.</summary>
    public async Task RestoreAsync(FallScope scope, Burst burst, IWorkflowEngine engine, string grund, CancellationToken cancellation)
    {
        foreach (var timer in Prozesse.Timers)
        {
            // The end of a task's period is told with the task.
            if (timer.Rule is not null && Fristregel.FromJson(timer.Rule).Punkt == Fristpunkt.Ende)
                continue;
            if (await burst.Store.FindTimerAsync(timer.Id, cancellation) is { } jetzt && jetzt.DueAt != timer.DueAt)
                Show(scope, FallService.NameOf(timer), Fristenabgleich.Day(jetzt.DueAt), Fristenabgleich.Day(timer.DueAt), grund, timer.Id);
        }

        await engine.UndoMoveAsync(burst, Prozesse, new Intervention(grund, scope.Akteur.Id), cancellation);
        foreach (var id in NeueAufgaben)
        {
            if (await scope.Uow.FindAufgabeAsync(id, cancellation) is { Status: Aufgabenstatus.Offen } neu)
                scope.Close(neu, Aufgabenstatus.Entfallen, null, grund);
        }

        foreach (var alt in Aufgaben)
        {
            if (await scope.Uow.FindAufgabeAsync(alt.Id, cancellation) is not { } aufgabe)
                continue;
            if (aufgabe.FaelligAm != alt.FaelligAm)
                Show(scope, alt.Titel, Fristenabgleich.Day(aufgabe.FaelligAm), Fristenabgleich.Day(alt.FaelligAm), grund, alt.Id.ToString());
            (aufgabe.Titel, aufgabe.Beschreibung, aufgabe.ZustaendigId) = (alt.Titel, alt.Beschreibung, alt.ZustaendigId);
            (aufgabe.FaelligAm, aufgabe.Fristregel, aufgabe.Ueberfaellig) = (alt.FaelligAm, alt.Fristregel, alt.Ueberfaellig);
            (aufgabe.RuhtVon, aufgabe.RuhtBis, aufgabe.Status) = (alt.RuhtVon, alt.RuhtBis, alt.Status);
            (aufgabe.BeendetAm, aufgabe.BeendetVon, aufgabe.Ergebnis, aufgabe.Begruendung) = (alt.BeendetAm, alt.BeendetVon, alt.Ergebnis, alt.Begruendung);
        }
    }

    private static void Show(FallScope scope, string was, string bisher, string jetzt, string grund, string bezug) =>
        scope.Show(Verlaufsarten.FristVerschoben, was, Texte.Of("FristVerschoben", bisher, jetzt, grund), bezug);

    private static Aufgabe Read(string json) => JsonSerializer.Deserialize<Aufgabe>(json, JsonSerializerOptions.Web)!;
}
