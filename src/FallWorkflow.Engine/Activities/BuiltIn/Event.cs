using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Waits for an event; flagged canStartWorkflow, the event also starts new instances, which do not wait for it again.</summary>
internal sealed class Event : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        Triggers.EventType, "Auf Ereignis warten", Categories.Events, "Wartet, bis das Ereignis eintritt; seine Daten werden das Ergebnis.",
        [new("eventName", "String", "Ereignis", "Name des Ereignisses; Groß- und Kleinschreibung zählt.", Required: true)],
        [ActivityDescriptor.Done])
    { Waits = true };

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var name = ValueConversion.ToText(context.Input("eventName"));
        if (context.TakeTrigger() is { } payload)
            return FinishAsync(context, payload);
        if (name.Length == 0)
            throw new ExpressionException("The event has no name.");
        context.WaitFor(name);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption) =>
        FinishAsync(context, resumption.Stimulus?.Payload);

    private static ValueTask FinishAsync(ActivityContext context, JsonNode? payload)
    {
        context.SetOutput("result", payload ?? new JsonObject());
        return context.CompleteAsync();
    }
}
