using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Runs its activities along the connections, in counter mode. Every completed activity visits each of its outbound
/// connections, followed or not. A target is decided once each of its forward connections has been visited more often than
/// the target itself: run if one was followed, else skip and pass the skip on. So every activity is a join, and a branch
/// that a decision left out never blocks one. Backward connections run their target at once.
/// </summary>
internal sealed class Flowchart : BuiltInActivity, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Flowchart", "Ablaufdiagramm", Categories.Flow, "Enthält Schritte und ihre Verbindungen.", [], [ActivityDescriptor.Done]);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
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

        await LeaveAsync(context, child.Node.Definition.Id, outcomes, child.Backward);
        if (!context.Execution.Ended && context.Execution.Children.Count == 0)
            await context.CompleteAsync();
    }

    private static FlowGraph Graph(ActivityContext context) => context.Node.Graph(context.Run.TriggerActivityId);

    // A run by a backward connection is no visit of its own: it belongs to the visit that led into the loop.
    private static async ValueTask LeaveAsync(ActivityContext context, string activityId, IReadOnlyList<string> outcomes, bool backward)
    {
        var graph = Graph(context);
        var visits = new FlowVisits(context.State);
        if (!backward)
            visits.Add(activityId);
        foreach (var edge in graph.Outbound(activityId))
        {
            var followed = outcomes.Contains(edge.Port, StringComparer.Ordinal);
            visits.Add(edge, followed);
            var target = context.Node.Child(edge.Target);
            if (target is null)
                continue;
            if (edge.Forward)
                await ArriveAsync(context, graph, visits, edge, target);
            else if (followed)
                context.Schedule(edge.ValidLoop ? target : throw InvalidLoop(edge), backward: true);
        }
    }

    private static async ValueTask ArriveAsync(ActivityContext context, FlowGraph graph, FlowVisits visits, FlowEdge edge, PlanNode target)
    {
        var inbound = graph.InboundForward(edge.Target);
        var mode = target.Activity is FlowJoin ? FlowJoin.Mode(context, target) : "WaitAllActive";
        if (mode == "WaitAny")
        {
            // Late branches of a round that has been decided count for nothing, nor do those that arrive before the join ran.
            if (visits.Of(edge) <= visits.Of(edge.Target) || IsScheduled(context, target))
                return;
            if (inbound.Any(visits.Followed))
            {
                context.Schedule(target);
                await DropUpstreamAsync(context, graph, edge.Target);
                return;
            }
        }

        if (inbound.Min(visits.Of) <= visits.Of(edge.Target))
            return;
        var run = mode switch
        {
            "WaitAny" => false,
            "WaitAll" => inbound.All(visits.Followed),
            "WaitAllActive" => inbound.Any(visits.Followed),
            _ => throw new InvalidOperationException($"A join cannot wait by the mode '{mode}'."),
        };
        if (run)
            context.Schedule(target);
        else
            await LeaveAsync(context, edge.Target, [], backward: false);
    }

    // The first branch has won: what waits in the others is dropped, and their connections count as visited.
    private static async ValueTask DropUpstreamAsync(ActivityContext context, FlowGraph graph, string join)
    {
        var upstream = graph.Ancestors(join);
        foreach (var waiting in context.Execution.Children.ToArray())
        {
            if (!waiting.Started || waiting.Faulted || waiting.Ended || !upstream.Contains(waiting.Node.Definition.Id))
                continue;
            await context.DropAsync(waiting, "another branch was first");
            await LeaveAsync(context, waiting.Node.Definition.Id, [], waiting.Backward);
        }
    }

    private static bool IsScheduled(ActivityContext context, PlanNode target) =>
        context.Execution.Children.Any(c => c.Node == target && !c.Started);

    private static InvalidOperationException InvalidLoop(FlowEdge edge) =>
        new($"Invalid backward connection: every path to '{edge.Source}' must pass through '{edge.Target}'.");
}

/// <summary>How often activities and connections were visited; lives in the state of the flowchart.</summary>
internal readonly struct FlowVisits(JsonObject state)
{
    public int Of(string activityId) => state["v"] is JsonObject counts && counts[activityId] is { } count ? count.GetValue<int>() : 0;

    public int Of(FlowEdge edge) => Math.Abs(Signed(edge));

    /// <summary>Whether the last visit followed the connection; kept as the sign of the count.</summary>
    public bool Followed(FlowEdge edge) => Signed(edge) > 0;

    public void Add(string activityId) => Part("v")[activityId] = Of(activityId) + 1;

    public void Add(FlowEdge edge, bool followed)
    {
        var count = Of(edge) + 1;
        Part("c")[Name(edge)] = followed ? count : -count;
    }

    private int Signed(FlowEdge edge) => state["c"] is JsonObject counts && counts[Name(edge)] is { } count ? count.GetValue<int>() : 0;

    private JsonObject Part(string name)
    {
        if (state[name] is not JsonObject part)
            state[name] = part = [];
        return part;
    }

    private static string Name(FlowEdge edge) => edge.Index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
