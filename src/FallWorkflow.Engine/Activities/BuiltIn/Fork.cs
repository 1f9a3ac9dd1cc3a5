using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Begins its branches at once. In mode WaitAll (without a mode, too) it completes with the last, in mode WaitAny with the
/// first; a branch that then waits is dropped, one that has not had its turn yet still gets it.
/// </summary>
internal sealed class Fork : BuiltInActivity, IContainerActivity
{
    public static readonly string[] Modes = ["WaitAll", "WaitAny"];

    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Fork", "Zweige", Categories.Branching, "Beginnt mehrere Zweige zugleich und wartet auf alle (WaitAll) oder auf den ersten (WaitAny).",
        [], [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Node.Children.Count == 0)
            return context.CompleteAsync();
        foreach (var branch in context.Node.Children)
            context.Schedule(branch);
        return ValueTask.CompletedTask;
    }

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        Break.IsAsked(context) || WaitsForAny(context.Activity) || context.Execution.Children.Count == 0
            ? context.CompleteAsync()
            : ValueTask.CompletedTask;

    private static bool WaitsForAny(ActivityDefinition fork) => JsonShape.Text(fork.Source, "joinMode") is "WaitAny" or "1";
}
