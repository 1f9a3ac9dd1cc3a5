using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Completes the nearest flowchart around it with the given outcomes. (Elsa addresses the outermost composite and faults
/// in a nested flowchart; leaving the flowchart that is drawn around it is what its users expect.)
/// </summary>
internal sealed class Complete : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Complete", "Abschließen", Categories.Flow, "Schließt den umgebenden Ablauf mit den genannten Ausgängen ab.",
        [new("outcomes", "Object", "Ausgänge", "Name oder Liste der Ausgänge; leer bedeutet Done.")],
        []);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var outcomes = context.Input("outcomes") switch
        {
            null => [],
            JsonArray list => list.Select(ValueConversion.ToText).ToArray(),
            var single => [ValueConversion.ToText(single)],
        };
        var container = context.Execution;
        while (container.Parent is not null && (container == context.Execution || container.Node.Activity is not Flowchart))
            container = container.Parent;
        context.JournalStart();
        await context.CompleteOtherAsync(container, outcomes.Length == 0 ? [ActivityDescriptor.Done] : outcomes);
    }
}
