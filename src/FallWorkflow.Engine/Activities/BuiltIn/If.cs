using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Runs the activity in its <c>then</c> or <c>else</c>; inside a flowchart it leaves by Done only.</summary>
internal sealed class If : BuiltInActivity, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.If", "Wenn", Categories.Branching, "Führt je nach Bedingung den einen oder den anderen Schritt aus.",
        [new("condition", "Boolean", "Bedingung", "Entscheidet, welcher Schritt ausgeführt wird.", Required: true)],
        [ActivityDescriptor.Done]);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var isTrue = ValueConversion.ToBoolean(context.Input("condition"));
        context.SetOutput("result", isTrue);
        var chosen = JsonShape.Property(context.Activity.Source, isTrue ? "then" : "else") as JsonObject;
        if (chosen is not null && context.Node.Child(JsonShape.Text(chosen, "id")) is { } child)
            context.Schedule(child);
        else
            await context.CompleteAsync();
    }

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        context.CompleteAsync();
}
