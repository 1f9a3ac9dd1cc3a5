using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class SetOutput : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.SetOutput", "Ergebnis setzen", Categories.Values, "Setzt ein Ergebnis des Prozesses, das der Aufrufer erhält.",
        [
            new("outputName", "String", "Name", "Name des Ergebnisses.", Required: true),
            new("outputValue", "Object", "Wert", "Wert des Ergebnisses."),
        ],
        [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Run.Output[ValueConversion.ToText(context.Input("outputName"))] = context.Input("outputValue");
        return context.CompleteAsync();
    }
}
