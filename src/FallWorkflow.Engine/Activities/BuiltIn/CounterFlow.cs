using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Counter mode. Every completed activity visits each of its outbound connections, followed or not. A target is decided
/// once each of its forward connections has been visited more often than the target itself: run if one was followed, else
/// skip and pass the skip on. So every activity is a join, and a branch that a decision left out never blocks one.
/// Backward connections run their target at once. The way out of a loop counts as left out only when the loop is over:
/// Elsa counts it in every round, so that what lies behind runs too early, twice or never where branches meet there.
/// </summary>
internal static class CounterFlow
{
    /// <summary>Decides what comes after an activity.</summary>
    /// <param name="backward">A run by a backward connection is no visit of its own: it belongs to the visit that led into the loop.</param>
    public static async ValueTask LeaveAsync(ActivityContext context, string activityId, IReadOnlyList<string> outcomes, bool backward)
    {
        var graph = Flowchart.Graph(context);
        var visits = new FlowVisits(context.State);
        if (!backward)
            visits.Add(activityId);
        foreach (var edge in graph.Outbound(activityId))
        {
            var followed = outcomes.Contains(edge.Port, StringComparer.Ordinal);
            if (visits.Defer(edge, !followed && edge.LoopsLeft.Count > 0))
                continue;
            visits.Add(edge, followed);
            var target = context.Node.Child(edge.Target);
            if (target is null)
                continue;
            if (edge.Forward)
                await ArriveAsync(context, graph, visits, edge, target);
            else if (followed)
                context.Schedule(edge.ValidLoop ? target : throw new InvalidLoopException(edge.Source, edge.Target), backward: true);
        }
    }

    /// <summary>Counts the exits of loops that are over and were left by another way.</summary>
    public static async ValueTask SettleLoopsAsync(ActivityContext context)
    {
        var graph = Flowchart.Graph(context);
        var visits = new FlowVisits(context.State);
        while (visits.Deferred(graph).Find(e => !e.LoopsLeft.Exists(IsUnderWay)) is { } exit)
        {
            visits.Defer(exit, false);
            visits.Add(exit, followed: false);
            if (context.Node.Child(exit.Target) is { } target)
                await ArriveAsync(context, graph, visits, exit, target);
        }

        bool IsUnderWay(IReadOnlySet<string> loop) => context.Execution.Children.Any(c => loop.Contains(c.Node.Definition.Id));
    }

    private static async ValueTask ArriveAsync(ActivityContext context, FlowGraph graph, FlowVisits visits, FlowEdge edge, PlanNode target)
    {
        var inbound = graph.InboundForward(edge.Target);
        var mode = target.Activity is FlowJoin ? FlowJoin.Mode(context, target) : "WaitAllActive";
        if (mode == "WaitAny")
        {
            // Late branches of a round that has been decided count for nothing, nor do those that arrive before the join is through.
            if (visits.Of(edge) <= visits.Of(edge.Target) || context.Execution.Children.Any(c => c.Node == target))
                return;
            if (visits.AnyFollowed(inbound, edge.Target))
            {
                context.Schedule(target);
                await DropUpstreamAsync(context, edge.Target);
                return;
            }
        }

        if (inbound.Min(visits.Of) <= visits.Of(edge.Target))
            return;
        var run = mode switch
        {
            "WaitAny" => false,
            "WaitAll" => visits.AllFollowed(inbound, edge.Target),
            "WaitAllActive" => visits.AnyFollowed(inbound, edge.Target),
            _ => throw new InvalidOperationException($"A join cannot wait by the mode '{mode}'."),
        };
        if (run)
            context.Schedule(target);
        else
            await LeaveAsync(context, edge.Target, [], backward: false);
    }

    /// <summary>What waits in the branches of a join is dropped, and their connections count as visited.</summary>
    public static async ValueTask DropUpstreamAsync(ActivityContext context, string join)
    {
        foreach (var waiting in Flowchart.UnderWayUpstream(context, join))
        {
            await context.DropAsync(waiting, "another branch was first");
            await LeaveAsync(context, waiting.Node.Definition.Id, [], waiting.Backward);
        }
    }

    /// <summary>
    /// After the drawing has changed under open activities: one whose connections have not arrived once more than it was
    /// visited runs within a visit that is counted already, like one that a backward connection began.
    /// </summary>
    public static void Align(ActivityContext context)
    {
        foreach (var child in context.Execution.Children)
            child.Backward = IsWithinVisit(context, child.Node);
    }

    /// <summary>Begins an activity in the place of one that was given up.</summary>
    public static void Begin(ActivityContext context, PlanNode node) => context.Schedule(node, IsWithinVisit(context, node));

    /// <summary>Decides every activity that, by the drawing as it is now, nothing keeps waiting any more.</summary>
    public static async ValueTask DecideAsync(ActivityContext context)
    {
        var graph = Flowchart.Graph(context);
        var visits = new FlowVisits(context.State);
        foreach (var node in context.Node.Children)
        {
            var inbound = graph.InboundForward(node.Definition.Id);
            if (inbound.Count > 0 && inbound.Min(visits.Of) > visits.Of(node.Definition.Id) && !context.Execution.Children.Any(c => c.Node == node))
                await ArriveAsync(context, graph, visits, inbound.MaxBy(visits.Of)!, node);
        }
    }

    private static bool IsWithinVisit(ActivityContext context, PlanNode node)
    {
        var visits = new FlowVisits(context.State);
        var inbound = Flowchart.Graph(context).InboundForward(node.Definition.Id);
        return inbound.Count == 0 ? visits.Of(node.Definition.Id) > 0 : inbound.Min(visits.Of) <= visits.Of(node.Definition.Id);
    }
}
