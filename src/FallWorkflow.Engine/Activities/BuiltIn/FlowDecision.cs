using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class FlowDecision : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.FlowDecision", "Entscheidung", Categories.Branching, "Verzweigt nach Ja oder Nein.",
        [new("condition", "Boolean", "Bedingung", "Trifft sie zu, geht es bei Ja weiter, sonst bei Nein.", Required: true)],
        ["True", "False"]);

    protected override ValueTask ExecuteAsync(ActivityContext context) =>
        context.CompleteAsync(ValueConversion.ToBoolean(context.Input("condition")) ? "True" : "False");
}
