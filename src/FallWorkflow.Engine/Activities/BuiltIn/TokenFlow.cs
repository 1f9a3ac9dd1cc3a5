using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Token mode, after Elsa 3.7. A completed activity consumes the tokens that led to it and puts one on every connection
/// it leaves by; the <see cref="MergeMode"/> of the target decides whether it runs. Unlike Elsa's, a token that comes too
/// late for a race is swallowed with its block, so that it does not keep the flowchart open for ever, and dropping what
/// waits in the losing branches does not complete the flowchart before the winner has gone on.
/// </summary>
internal static class TokenFlow
{
    /// <summary>Decides what comes after an activity. True if no token is left: the flowchart is done once nothing is under way.</summary>
    public static async ValueTask<bool> LeaveAsync(ActivityContext context, string activityId, IReadOnlyList<string> outcomes)
    {
        var graph = Flowchart.Graph(context);
        var tokens = new FlowTokens(context.State);
        var taken = graph.Outbound(activityId).Where(e => outcomes.Contains(e.Port, StringComparer.Ordinal) && context.Node.Child(e.Target) is not null).ToList();
        tokens.Consume(graph.Inbound(activityId));
        foreach (var edge in taken)
            tokens.Put(edge);

        foreach (var edge in taken)
        {
            var target = context.Node.Child(edge.Target)!;
            if (!edge.Forward)
                BeginRound(context, edge);
            var forward = graph.InboundForward(edge.Target);
            var run = MergeModes.Of(context, target) switch
            {
                MergeMode.Merge => forward.Count <= 1 || forward.All(tokens.On),
                MergeMode.Converge => graph.Inbound(edge.Target).Count <= 1 || graph.Inbound(edge.Target).All(tokens.On),
                MergeMode.Stream => !forward.Any(e => graph.Inbound(e.Source).Any(tokens.On)),
                MergeMode.Race => await ArriveAsync(context, edge, drop: true),
                _ => await ArriveAsync(context, edge, drop: false),
            };
            if (run)
                context.Schedule(target);
        }

        return tokens.AreSpent(graph);
    }

    /// <summary>What waits in the branches of a join is dropped with its tokens.</summary>
    public static async ValueTask DropUpstreamAsync(ActivityContext context, string join)
    {
        var graph = Flowchart.Graph(context);
        var tokens = new FlowTokens(context.State);
        foreach (var waiting in Flowchart.UnderWayUpstream(context, join))
        {
            var id = waiting.Node.Definition.Id;
            await context.DropAsync(waiting, "another branch was first");
            tokens.Clear(graph.Inbound(id));
            tokens.Clear(graph.Outbound(id));
            tokens.Lost(id, join);
        }
    }

    // A race that was lost in the last round of a loop must not swallow the tokens of the next: its blocks go, unless a
    // late token of the last round may still come.
    private static void BeginRound(ActivityContext context, Definitions.FlowEdge back)
    {
        var graph = Flowchart.Graph(context);
        var tokens = new FlowTokens(context.State);
        foreach (var edge in graph.Edges.Where(tokens.IsBlocked).Where(e => graph.IsRunAgain(back, e.Target)))
        {
            var upstream = graph.Ancestors(edge.Source);
            if ((edge.Source == back.Target || upstream.Contains(back.Target))
                && !context.Execution.Children.Any(c => c.Node.Definition.Id == edge.Source || upstream.Contains(c.Node.Definition.Id)))
                tokens.Unblock(edge);
        }

        tokens.BeginRound(graph, back);
    }

    // The first token runs the target and blocks the other branches; a blocked one is swallowed.
    private static async ValueTask<bool> ArriveAsync(ActivityContext context, Definitions.FlowEdge edge, bool drop)
    {
        if (drop)
            await DropUpstreamAsync(context, edge.Target);
        var tokens = new FlowTokens(context.State);
        if (tokens.IsBlocked(edge))
        {
            tokens.Swallow(edge);
            return false;
        }

        foreach (var other in Flowchart.Graph(context).InboundForward(edge.Target).Where(e => e.Source != edge.Source))
            tokens.Block(other);
        return true;
    }
}
