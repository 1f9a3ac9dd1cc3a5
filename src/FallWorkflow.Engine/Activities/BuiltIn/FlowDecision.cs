using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class FlowDecision : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.FlowDecision", "Entscheidung", Categories.Branching, "Verzweigt nach True oder False.",
        [new("condition", "Boolean", "Bedingung", "Wahr führt zum Ausgang True, alles andere zu False.", Required: true)],
        ["True", "False"]);

    protected override ValueTask ExecuteAsync(ActivityContext context) =>
        context.CompleteAsync(ValueConversion.ToBoolean(context.Input("condition")) ? "True" : "False");
}
