using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>The tokens of a flowchart in token mode, by connection; they live in its state.</summary>
internal readonly struct FlowTokens(JsonObject state)
{
    private const string Waiting = "t";
    private const string Blocks = "b";
    private const string Losers = "l";

    /// <summary>
    /// Whether no token is left but those that wait for a branch that has lost a race: nothing will ever come from there.
    /// A token that waits for a branch nobody took keeps the flowchart open, as in Elsa.
    /// </summary>
    public bool AreSpent(FlowGraph graph) => state[Waiting] is not JsonObject { Count: > 0 } || graph.Edges.Where(On).All(IsVain(graph));

    /// <summary>An activity was dropped because its branch had lost the race to a join.</summary>
    public void Lost(string activityId, string join)
    {
        if (state[Losers] is not JsonObject losers)
            state[Losers] = losers = [];
        losers[activityId] = join;
    }

    /// <summary>A loop begins anew: what its last round has lost counts no more.</summary>
    public void BeginRound(FlowGraph graph, FlowEdge back)
    {
        if (state[Losers] is not JsonObject losers)
            return;
        foreach (var loser in losers.Where(l => graph.IsRunAgain(back, (string)l.Value!)).Select(l => l.Key).ToArray())
        {
            Consume([.. graph.Edges.Where(On).Where(e => graph.Ancestors(e.Target).Contains(loser) && graph.IsRunAgain(back, e.Target))]);
            losers.Remove(loser);
        }
    }

    /// <summary>Activities that tokens lie before, in the order of the connections.</summary>
    public IReadOnlyList<string> Targets(FlowGraph graph) => [.. graph.Edges.Where(On).Select(e => e.Target).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a token that the target has not consumed lies on the connection.</summary>
    public bool On(FlowEdge edge) => Count(Waiting, edge) > 0;

    /// <summary>Whether the next token on the connection is to be swallowed.</summary>
    public bool IsBlocked(FlowEdge edge) => Count(Blocks, edge) > 0;

    public void Put(FlowEdge edge) => Change(Waiting, edge, 1);

    public void Block(FlowEdge edge) => Change(Blocks, edge, 1);

    public void Unblock(FlowEdge edge) => Change(Blocks, edge, -Count(Blocks, edge));

    /// <summary>A token that has arrived on a blocked connection goes with the block.</summary>
    public void Swallow(FlowEdge edge)
    {
        Change(Blocks, edge, -1);
        Change(Waiting, edge, -1);
    }

    /// <summary>Takes every token off these connections; blocks stay.</summary>
    public void Consume(IEnumerable<FlowEdge> edges)
    {
        foreach (var edge in edges)
            Change(Waiting, edge, -Count(Waiting, edge));
    }

    /// <summary>Takes every token and block off these connections.</summary>
    public void Clear(IEnumerable<FlowEdge> edges)
    {
        foreach (var edge in edges)
        {
            Change(Waiting, edge, -Count(Waiting, edge));
            Change(Blocks, edge, -Count(Blocks, edge));
        }
    }

    private Func<FlowEdge, bool> IsVain(FlowGraph graph)
    {
        string[] losers = [.. (state[Losers] as JsonObject ?? []).Select(l => l.Key)];
        return edge => losers.Any(graph.Ancestors(edge.Target).Contains);
    }

    private int Count(string part, FlowEdge edge) => state[part] is JsonObject counts && counts[Name(edge)] is { } count ? count.GetValue<int>() : 0;

    private void Change(string part, FlowEdge edge, int by)
    {
        var count = Count(part, edge) + by;
        if (state[part] is not JsonObject counts)
        {
            if (by == 0)
                return;
            state[part] = counts = [];
        }

        if (count > 0)
            counts[Name(edge)] = count;
        else
            counts.Remove(Name(edge));
        if (counts.Count == 0)
            state.Remove(part);
    }

    private static string Name(FlowEdge edge) => edge.Index.ToString(CultureInfo.InvariantCulture);
}
