using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Runs its <c>body</c> in rounds, one after the other; every round is an execution of its own with fresh state.</summary>
internal abstract class LoopActivity : BuiltInActivity, IContainerActivity
{
    protected override ValueTask ExecuteAsync(ActivityContext context) => NextAsync(context);

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        Break.IsAsked(context) ? context.CompleteAsync() : NextAsync(context);

    /// <summary>Begins the next round, or completes.</summary>
    protected abstract ValueTask NextAsync(ActivityContext context);

    /// <summary>The activity to run in each round; null if the loop is empty.</summary>
    public static PlanNode? Body(ActivityContext context) =>
        JsonShape.Property(context.Activity.Source, "body") is System.Text.Json.Nodes.JsonObject body ? context.Node.Child(JsonShape.Text(body, "id")) : null;
}
