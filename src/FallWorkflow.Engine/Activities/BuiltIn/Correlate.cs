using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Later bookmarks and timers carry the new id; those that exist keep theirs.</summary>
internal sealed class Correlate : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Correlate", "Zuordnen", Categories.Values, "Gibt dem Prozess eine Kennung; Ereignisse mit dieser Kennung erreichen ihn.",
        [new("correlationId", "String", "Zuordnung", "Die Kennung.", Required: true)],
        [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Correlate(ValueConversion.ToText(context.Input("correlationId")));
        return context.CompleteAsync();
    }
}
