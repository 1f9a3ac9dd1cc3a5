using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Runs its activities along the connections; <see cref="CounterFlow"/> or <see cref="TokenFlow"/> decides where branches
/// meet. The mode is fixed when the flowchart begins, so that a changed option does not reach one under way.
/// </summary>
internal sealed class Flowchart : BuiltInActivity, IContainerActivity
{
    public const string TokenMark = "token";

    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Flowchart", "Ablaufdiagramm", Categories.Flow, "Enthält Schritte und ihre Verbindungen.", [], [ActivityDescriptor.Done]);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.FlowchartMode == FlowchartMode.Token)
            context.State[TokenMark] = true;
        if (Graph(context).Start is { } start)
            context.Schedule(start);
        else
            await context.CompleteAsync();
    }

    public async ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Activity is ITerminalActivity)
        {
            await context.CompleteAsync();
            return;
        }

        var isDone = true;
        if (IsToken(context))
        {
            isDone = await TokenFlow.LeaveAsync(context, child.Node.Definition.Id, outcomes);
        }
        else
        {
            await CounterFlow.LeaveAsync(context, child.Node.Definition.Id, outcomes, child.Backward);
            await CounterFlow.SettleLoopsAsync(context);
        }

        if (isDone && !context.Execution.Ended && context.Execution.Children.Count == 0)
            await context.CompleteAsync();
    }

    /// <summary>A join goes on: whatever waits in the branches that lead to it is dropped.</summary>
    public static ValueTask JoinedAsync(ActivityContext context, string join) =>
        IsToken(context) ? TokenFlow.DropUpstreamAsync(context, join) : CounterFlow.DropUpstreamAsync(context, join);

    public static FlowGraph Graph(ActivityContext context) => context.Node.Graph(context.Run.TriggerActivityId);

    /// <summary>What is under way upstream of a join; what has not had its turn yet is not.</summary>
    public static List<ActivityExecution> UnderWayUpstream(ActivityContext context, string join)
    {
        var upstream = Graph(context).Ancestors(join);
        return [.. context.Execution.Children.Where(c => c is { Started: true, Faulted: false, Ended: false } && upstream.Contains(c.Node.Definition.Id))];
    }

    private static bool IsToken(ActivityContext context) => context.State.ContainsKey(TokenMark);
}
