using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>How often activities and connections were visited; lives in the state of the flowchart.</summary>
internal readonly struct FlowVisits(JsonObject state)
{
    public int Of(string activityId) => state["v"] is JsonObject counts && counts[activityId] is { } count ? count.GetValue<int>() : 0;

    public int Of(FlowEdge edge) => Math.Abs(Signed(edge));

    /// <summary>Whether a connection was followed in the newest round that has reached the target.</summary>
    public bool AnyFollowed(IReadOnlyList<FlowEdge> inbound, string target)
    {
        var round = inbound.Max(Of);
        return round > Of(target) && inbound.Any(FollowedIn(round));
    }

    /// <summary>Whether all connections were followed in the newest round that has reached the target.</summary>
    public bool AllFollowed(IReadOnlyList<FlowEdge> inbound, string target)
    {
        var round = inbound.Max(Of);
        return round > Of(target) && inbound.All(FollowedIn(round));
    }

    public void Add(string activityId) => Part("v")[activityId] = Of(activityId) + 1;

    public void Add(FlowEdge edge, bool followed)
    {
        var count = Of(edge) + 1;
        Part("c")[Name(edge)] = followed ? count : -count;
    }

    /// <summary>Notes that an exit of a loop was not taken this time, or takes the note back. Returns <paramref name="deferred"/>.</summary>
    public bool Defer(FlowEdge edge, bool deferred)
    {
        if (deferred)
            Part("d")[Name(edge)] = 1;
        else if (state["d"] is JsonObject notes && notes.Remove(Name(edge)) && notes.Count == 0)
            state.Remove("d");
        return deferred;
    }

    /// <summary>Exits of loops that were not taken so far.</summary>
    public List<FlowEdge> Deferred(FlowGraph graph) =>
        state["d"] is JsonObject notes ? [.. graph.Edges.Where(e => notes.ContainsKey(Name(e)))] : [];

    public void Set(string activityId, int count) => Part("v")[activityId] = count;

    public void Set(FlowEdge edge, int signed) => Part("c")[Name(edge)] = signed;

    // The sign says whether the last visit followed the connection.
    public int Signed(FlowEdge edge) => state["c"] is JsonObject counts && counts[Name(edge)] is { } count ? count.GetValue<int>() : 0;

    private Func<FlowEdge, bool> FollowedIn(int round)
    {
        var visits = this;
        return edge => visits.Signed(edge) == round;
    }

    private JsonObject Part(string name)
    {
        if (state[name] is not JsonObject part)
            state[name] = part = [];
        return part;
    }

    private static string Name(FlowEdge edge) => edge.Index.ToString(CultureInfo.InvariantCulture);
}
