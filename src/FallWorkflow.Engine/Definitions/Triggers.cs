using System.Text.Json.Nodes;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Definitions;

/// <summary>What starts a definition: an activity flagged canStartWorkflow, as the root or directly inside it.</summary>
public static class Triggers
{
    internal const string EventType = "Elsa.Event";

    private static readonly string[] ScheduleTypes = ["Elsa.Timer", "Elsa.Cron", "Elsa.StartAt"];

    internal static IEnumerable<(string EventName, string ActivityId)> Of(WorkflowDefinition definition)
    {
        foreach (var activity in Candidates(definition))
        {
            if (activity.Type == EventType
                && activity.Input("eventName") is { Type: "Literal", Value: { } value })
                yield return (value.ToString(), activity.Id);
        }
    }

    /// <summary>Activities by which the definition starts at its own times. What cannot be read (the validator says so) is left out.</summary>
    public static IReadOnlyList<(string ActivityId, TriggerSchedule Schedule)> SchedulesOf(WorkflowDefinition definition)
    {
        List<(string, TriggerSchedule)> found = [];
        foreach (var activity in Candidates(definition))
        {
            if (IsSchedule(activity) && TryRead(activity) is { } schedule)
                found.Add((activity.Id, schedule));
        }

        return found;
    }

    internal static bool IsSchedule(ActivityDefinition activity) => activity.CanStartWorkflow && ScheduleTypes.Contains(activity.Type);

    internal static IEnumerable<ActivityDefinition> Candidates(WorkflowDefinition definition) =>
        definition.Root.Activities.Prepend(definition.Root).Where(a => a.CanStartWorkflow);

    /// <summary>Null if the schedule is no literal, or none that can be read.</summary>
    internal static TriggerSchedule? TryRead(ActivityDefinition activity)
    {
        var input = activity.Type switch { "Elsa.Timer" => "interval", "Elsa.Cron" => "cronExpression", _ => "dateTime" };
        if (activity.Input(input) is not { Type: "Literal" } expression)
            return null;
        var text = ValueConversion.ToText(expression.Value);
        try
        {
            return activity.Type switch
            {
                "Elsa.Timer" => ValueConversion.TryTimeSpan(text, out var interval) ? TriggerSchedule.Every(interval) : null,
                "Elsa.Cron" => TriggerSchedule.Cron(text),
                _ => ValueConversion.ToInstant(JsonValue.Create(text)) is { } instant ? TriggerSchedule.At(instant) : null,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
