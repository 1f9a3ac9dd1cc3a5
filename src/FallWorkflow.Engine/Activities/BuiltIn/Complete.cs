using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Completes the nearest flowchart, or workflow used as activity, around it with the given outcomes. (Elsa addresses the outermost composite and faults
/// in a nested flowchart; leaving the flowchart that is drawn around it is what its users expect.)
/// </summary>
internal sealed class Complete : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Complete", "Abschließen", Categories.Flow, "Schließt das umgebende Ablaufdiagramm mit den genannten Ausgängen ab.",
        [new("outcomes", "Object", "Ausgänge", "Name oder Liste der Ausgänge; leer bedeutet Done („Weiter“).")],
        []);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        // Neither a text nor a list names an outcome.
        string[] outcomes = context.Input("outcomes") switch
        {
            JsonArray list => [.. list.Select(ValueConversion.ToText)],
            JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String => [ValueConversion.ToText(text)],
            _ => [ActivityDescriptor.Done],
        };
        var container = context.Execution;
        while (container.Parent is not null && (container == context.Execution || container.Node.Activity is not (Flowchart or WorkflowActivity)))
            container = container.Parent;
        context.JournalStart();
        if (container.Node.Activity is WorkflowActivity workflow)
            await workflow.LeaveAsync(context.Of(container), outcomes);
        else
            await context.CompleteOtherAsync(container, outcomes);
    }
}
