using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Publishes an event. Without a correlation id it goes to the instances of the publisher's own correlation, not to
/// everybody (<see cref="EngineOptions.KeepsCorrelation"/>; Elsa: everybody): a forgotten field must not wake all cases. A
/// local event stays within the instance.
/// </summary>
internal sealed class PublishEvent : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.PublishEvent", "Ereignis auslösen", Categories.Events, "Löst ein Ereignis aus, auf das andere Prozesse warten.",
        [
            new("eventName", "String", "Ereignis", "Name des Ereignisses; Groß- und Kleinschreibung zählt.", Required: true),
            new("correlationId", "String", "Zuordnung", "Kennung der Prozesse, die das Ereignis erreicht; leer: dieselbe wie hier."),
            new("payload", "Object", "Daten", "Daten, die das Ereignis mitbringt."),
            new("isLocalEvent", "Boolean", "Nur in diesem Prozess", "Ob das Ereignis nur Schritte dieses laufenden Prozesses erreicht und nichts startet."),
        ],
        [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var correlation = ValueConversion.ToText(context.Input("correlationId"));
        context.Publish(new Stimulus(
            ValueConversion.ToText(context.Input("eventName")),
            string.IsNullOrWhiteSpace(correlation) ? context.InheritedCorrelation : correlation,
            Payload: context.Input("payload"),
            InstanceId: ValueConversion.ToBoolean(context.Input("isLocalEvent")) ? context.Instance.Id : null));
        return context.CompleteAsync();
    }
}
