namespace FallWorkflow.Engine.Definitions;

/// <summary>Which events start a definition: an Event flagged canStartWorkflow, as the root or directly inside it.</summary>
internal static class Triggers
{
    public const string EventType = "Elsa.Event";

    public static IEnumerable<(string EventName, string ActivityId)> Of(WorkflowDefinition definition)
    {
        foreach (var activity in definition.Root.Activities.Prepend(definition.Root))
        {
            if (activity is { Type: EventType, CanStartWorkflow: true }
                && activity.Inputs.TryGetValue("eventName", out var name)
                && name is { Type: "Literal", Value: { } value })
                yield return (value.ToString(), activity.Id);
        }
    }
}
