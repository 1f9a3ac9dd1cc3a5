using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Begins all its activities at once, in list order, and completes with the last of them.</summary>
internal sealed class Parallel : BuiltInActivity, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Parallel", "Zugleich", Categories.Flow, "Führt mehrere Schritte zugleich aus und wartet auf alle.", [], [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Node.Children.Count == 0)
            return context.CompleteAsync();
        foreach (var child in context.Node.Children)
            context.Schedule(child);
        return ValueTask.CompletedTask;
    }

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        context.Execution.Children.Count == 0 ? context.CompleteAsync() : ValueTask.CompletedTask;
}
