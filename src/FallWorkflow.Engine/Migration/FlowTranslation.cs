using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Migration;

/// <summary>
/// The visits of a flowchart in counter mode, told for another version of it: by activity and by connection (source, port,
/// target), never by position. What is new lies either behind the case, and counts as passed, or before it.
/// </summary>
internal static class FlowTranslation
{
    /// <param name="counterpart">Activity of the new version by id of the old one; null if there is none.</param>
    public static JsonObject Counts(
        JsonObject state, PlanNode old, PlanNode now, string? oldTrigger, string? newTrigger, Func<string, PlanNode?> counterpart)
    {
        var before = new FlowVisits(state);
        var (oldGraph, graph) = (old.Graph(oldTrigger), now.Graph(newTrigger));
        Dictionary<string, List<string>> origins = new(StringComparer.Ordinal);
        foreach (var child in old.Children)
        {
            if (counterpart(child.Definition.Id) is { } node && node.Parent == now)
                Origins(node.Definition.Id).Add(child.Definition.Id);
        }

        var visits = new JsonObject();
        var connections = new JsonObject();
        var deferred = new JsonObject();
        var deferredBefore = before.Deferred(oldGraph);
        foreach (var child in now.Children)
        {
            var id = child.Definition.Id;
            if (origins.TryGetValue(id, out var from) && from.Max(before.Of) is > 0 and var count)
                visits[id] = count;
            foreach (var edge in graph.Outbound(id))
            {
                if (CountOf(edge) is not 0 and var number)
                    connections[edge.Index.ToString(CultureInfo.InvariantCulture)] = number;
                if (Same(edge).Any(deferredBefore.Contains))
                    deferred[edge.Index.ToString(CultureInfo.InvariantCulture)] = 1;
            }
        }

        var result = new JsonObject();
        if (visits.Count > 0)
            result["v"] = visits;
        if (connections.Count > 0)
            result["c"] = connections;
        if (deferred.Count > 0)
            result["d"] = deferred;
        PassNew(new FlowVisits(result), graph, now, [.. now.Children.Select(c => c.Definition.Id).Where(id => !origins.ContainsKey(id))]);
        return result;

        List<string> Origins(string id)
        {
            if (!origins.TryGetValue(id, out var list))
                origins[id] = list = [];
            return list;
        }

        List<FlowEdge> Same(FlowEdge edge) => [.. (origins.GetValueOrDefault(edge.Source) ?? []).SelectMany(oldGraph.Outbound)
            .Where(e => e.Port == edge.Port && counterpart(e.Target)?.Definition.Id == edge.Target)];

        int CountOf(FlowEdge edge)
        {
            var source = origins.GetValueOrDefault(edge.Source) ?? [];
            var outbound = source.SelectMany(oldGraph.Outbound).ToList();
            var same = Same(edge);
            if (same.Count > 0)
                return before.Signed(same.MaxBy(before.Of)!);

            // A new connection of a step that the case has left so often: it was not there to be followed, but the way by
            // this port may have been.
            var left = outbound.Count > 0 ? outbound.Max(before.Of) : source.Count > 0 ? source.Max(before.Of) : 0;
            return outbound.Any(e => e.Port == edge.Port && before.Signed(e) == left) ? left : -left;
        }
    }

    /// <summary>New activities that lie behind the case count as passed, so that what comes after them waits for nobody.</summary>
    private static void PassNew(FlowVisits visits, FlowGraph graph, PlanNode flowchart, HashSet<string> added)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (var id in added)
            {
                var inbound = graph.InboundForward(id);
                if (inbound.Count == 0 || inbound.Min(visits.Of) is var arrived && arrived <= visits.Of(id))
                    continue;
                var followed = visits.AnyFollowed(inbound, id);
                visits.Set(id, arrived);
                foreach (var edge in graph.Outbound(id))
                    visits.Set(edge, followed ? arrived : -arrived);
                changed = true;
            }
        }
        while (changed);
    }
}
