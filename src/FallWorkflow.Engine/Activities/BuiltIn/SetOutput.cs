using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class SetOutput : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.SetOutput", "Ergebnis setzen", Categories.Values, "Setzt ein Ergebnis des Prozesses, das der aufrufende Prozess erhält.",
        [
            new("outputName", "String", "Name", "Name des Ergebnisses.", Required: true),
            new("outputValue", "Object", "Wert", "Wert des Ergebnisses."),
        ],
        [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var name = ValueConversion.ToText(context.Input("outputName"));
        var value = context.Input("outputValue");
        // Inside a workflow used as activity the nearest one that declares the output takes it.
        if (!context.UsedWorkflows().Any(w => w.Workflow.TrySetOutput(w.Context, name, value)))
            context.Run.Output[name] = value?.DeepClone();
        return context.CompleteAsync();
    }
}
