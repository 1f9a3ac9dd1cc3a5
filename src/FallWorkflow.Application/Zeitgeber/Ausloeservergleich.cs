using System.Globalization;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Application.Zeitgeber;

/// <summary>Compares the triggers of processes that start by themselves with what is published, and names requests that hang.</summary>
internal static class Ausloeservergleich
{
    /// <param name="ueberfaelligAb">Triggers due before this instant are long overdue.</param>
    public static IEnumerable<Zeitgeberabweichung> Compare(
        IEnumerable<WorkflowDefinition> definitionen, IReadOnlyList<ScheduleTrigger> ausloeser, DateTimeOffset ueberfaelligAb)
    {
        var geplant = definitionen.SelectMany(d => Triggers.SchedulesOf(d).Select(s => (d.DefinitionId, s.ActivityId))).ToHashSet();
        foreach (var trigger in ausloeser)
        {
            if (!geplant.Remove((trigger.DefinitionId, trigger.ActivityId)))
                yield return Of(Abweichungsart.Verwaist, trigger, Texte.Of("Ausloeser.OhneProzess", trigger.ActivityId));
            else if (trigger.ParkedAt is { } seit)
                yield return Of(Abweichungsart.Geparkt, trigger, Texte.Of("Ausloeser.Geparkt", trigger.ActivityId, Zeit(seit), trigger.Attempts, trigger.LastError));
            else if (trigger.DueAt < ueberfaelligAb)
                yield return Of(Abweichungsart.Ueberfaellig, trigger, Texte.Of("Ausloeser.Ueberfaellig", trigger.ActivityId, Zeit(trigger.DueAt.Value), trigger.Attempts));
        }

        foreach (var (definitionId, activityId) in geplant.Order())
            yield return new(Abweichungsart.Fehlt, definitionId, activityId, null, null, null, null, null, Texte.Of("Ausloeser.Fehlt", activityId));
    }

    public static Zeitgeberabweichung Of(Aufrufbestand aufruf)
    {
        var (art, text) = aufruf switch
        {
            { OhneInstanz: true } => (Abweichungsart.Verwaist, Texte.Of("Aufruf.OhneInstanz")),
            { ParkedAt: { } seit } => (Abweichungsart.Geparkt, Texte.Of("Aufruf.Geparkt", Zeit(seit), aufruf.Attempts, aufruf.LastError)),
            _ => (Abweichungsart.Ueberfaellig, Texte.Of("Aufruf.Ueberfaellig", Zeit(aufruf.CreatedAt), aufruf.Attempts)),
        };
        return new(
            art, aufruf.InstanceId, null, aufruf.ExecutionId, aufruf.Id, Guid.TryParse(aufruf.CorrelationId, out var fall) ? fall : null, null, aufruf.CreatedAt, text);
    }

    private static Zeitgeberabweichung Of(Abweichungsart art, ScheduleTrigger trigger, string text) =>
        new(art, trigger.DefinitionId, trigger.ActivityId, null, null, null, null, trigger.DueAt, text);

    private static string Zeit(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ortszeit.DateOf(instant):dd.MM.yyyy} {Ortszeit.TimeOf(instant):HH\\:mm}");
}
