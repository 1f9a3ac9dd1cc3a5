using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Runs its body once for every item, all at the same time; the bodies take turns. What is not a list has no items, as in
/// Elsa. Each body sees its own CurrentValue and CurrentIndex (from 0).
/// </summary>
internal sealed class ParallelForEach : BuiltInActivity, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.ParallelForEach", "Für jedes Element zugleich", Categories.Loops, "Führt den Schritt für alle Elemente einer Liste zugleich aus.",
        [new("items", "Object", "Liste", "Die Elemente.", Required: true)],
        [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Input("items") is not JsonArray { Count: > 0 } items || LoopActivity.Body(context) is not { } body)
            return context.CompleteAsync();
        for (var i = 0; i < items.Count; i++)
            context.Schedule(body, iteration: Iteration.Of(items[i], i));
        return ValueTask.CompletedTask;
    }

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        context.Execution.Children.Count == 0 ? context.CompleteAsync() : ValueTask.CompletedTask;
}
