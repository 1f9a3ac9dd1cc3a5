using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class SetName : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.SetName", "Bezeichnung setzen", Categories.Values, "Gibt dem laufenden Prozess eine Bezeichnung.",
        [new("value", "String", "Bezeichnung", "Unter diesem Namen erscheint der Prozess in Listen.", Required: true)],
        [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Instance.Name = ValueConversion.ToText(context.Input("value"));
        return context.CompleteAsync();
    }
}
