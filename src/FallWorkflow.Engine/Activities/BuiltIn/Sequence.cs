using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class Sequence : BuiltInActivity, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Sequence", "Folge", Categories.Flow, "Führt mehrere Schritte nacheinander aus.", [], [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context) => NextAsync(context, 0);

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        child.Node.Activity is ITerminalActivity || Break.IsAsked(context)
            ? context.CompleteAsync()
            : NextAsync(context, (context.State["i"]?.GetValue<int>() ?? 0) + 1);

    private static ValueTask NextAsync(ActivityContext context, int index)
    {
        var children = context.Node.Children;
        if (index >= children.Count)
            return context.CompleteAsync();
        context.State["i"] = index;
        context.Schedule(children[index]);
        return ValueTask.CompletedTask;
    }
}
