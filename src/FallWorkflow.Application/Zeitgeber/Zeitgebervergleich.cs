using System.Globalization;
using FallWorkflow.Application.Fristen;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Zeitgeber;

/// <summary>Compares one instance's timers with what its state and their rules say. Reads nothing and changes nothing.</summary>
internal static class Zeitgebervergleich
{
    /// <param name="plan">Computes rules; null if there is no Fall to compute them for.</param>
    /// <param name="ueberfaelligAb">Timers due before this instant are long overdue.</param>
    public static IEnumerable<Zeitgeberabweichung> Compare(
        WorkflowInstance instanz, IReadOnlyCollection<WorkflowTimer> zeitgeber, Fristenplan? plan, DateTimeOffset ueberfaelligAb)
    {
        var offene = OpenExecution.Of(instanz);
        foreach (var execution in offene)
        {
            var vorhanden = zeitgeber.Count(t => t.ExecutionId == execution.ExecutionId);
            if (vorhanden < execution.Timers)
                yield return Of(Abweichungsart.Fehlt, instanz, execution, Texte.Of("Zeitgeber.Fehlt", execution.ActivityId, execution.Timers - vorhanden));
            else if (execution.WaitsForNothing && vorhanden == 0)
                yield return Of(Abweichungsart.Fehlt, instanz, execution, Texte.Of("Zeitgeber.WartetAufNichts", execution.ActivityId));
            else if (vorhanden > execution.Timers)
                yield return Of(Abweichungsart.Verwaist, instanz, execution, Texte.Of("Zeitgeber.ZuViele", execution.ActivityId, vorhanden - execution.Timers));
        }

        foreach (var timer in zeitgeber)
        {
            var falsch = offene.All(e => e.ExecutionId != timer.ExecutionId)
                ? Of(Abweichungsart.Verwaist, timer, Texte.Of("Zeitgeber.AktivitaetZuEnde", timer.ActivityId))
                : timer.Rule is null ? null : CompareRule(timer, plan);
            if (falsch is not null)
                yield return falsch;
            if (timer.ParkedAt is { } seit)
                yield return Of(Abweichungsart.Geparkt, timer, Texte.Of("Zeitgeber.Geparkt", Zeit(seit), timer.Attempts, timer.LastError));
            else if (falsch is null && timer.DueAt < ueberfaelligAb)
                yield return Of(Abweichungsart.Ueberfaellig, timer, Texte.Of("Zeitgeber.Ueberfaellig", Zeit(timer.DueAt), timer.Attempts));
        }
    }

    /// <summary>The instance has ended or does not exist.</summary>
    public static Zeitgeberabweichung WithoutInstance(WorkflowTimer timer) => Of(Abweichungsart.Verwaist, timer, Texte.Of("Zeitgeber.OhneInstanz", timer.ActivityId));

    private static Zeitgeberabweichung? CompareRule(WorkflowTimer timer, Fristenplan? plan)
    {
        if (plan is null)
            return Of(Abweichungsart.RegelUnlesbar, timer, Texte.Of("Zeitgeber.OhneFall"));
        DateTimeOffset soll;
        try
        {
            soll = plan.DueAt(Fristregel.FromJson(timer.Rule!));
        }
        catch (Exception e) when (e is FallWorkflowException or System.Text.Json.JsonException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return Of(Abweichungsart.RegelUnlesbar, timer, Texte.Of("Zeitgeber.RegelUnlesbar", e.Message));
        }

        return soll == timer.DueAt
            ? null
            : Of(Abweichungsart.FalscherTermin, timer, Texte.Of("Zeitgeber.FalscherTermin", Zeit(timer.DueAt), Zeit(soll))) with { Soll = soll };
    }

    private static Zeitgeberabweichung Of(Abweichungsart art, WorkflowTimer timer, string text) => new(
        art, timer.InstanceId, timer.ActivityId, timer.ExecutionId, timer.Id, FallOf(timer.CorrelationId), null, timer.DueAt, text);

    private static Zeitgeberabweichung Of(Abweichungsart art, WorkflowInstance instanz, OpenExecution execution, string text) => new(
        art, instanz.Id, execution.ActivityId, execution.ExecutionId, null, FallOf(instanz.CorrelationId), null, null, text);

    private static Guid? FallOf(string? korrelation) => Guid.TryParse(korrelation, out var id) ? id : null;

    private static string Zeit(DateTimeOffset instant) => instant == Fristenplan.Unbestimmt
        ? Texte.Of("Unbestimmt")
        : string.Create(CultureInfo.InvariantCulture, $"{Ortszeit.DateOf(instant):dd.MM.yyyy} {Ortszeit.TimeOf(instant):HH\\:mm}");
}
