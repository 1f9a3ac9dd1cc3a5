using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>The tokens of a flowchart in token mode, by connection; they live in its state.</summary>
internal readonly struct FlowTokens(JsonObject state)
{
    private const string Waiting = "t";
    private const string Blocks = "b";

    public bool Any => state[Waiting] is JsonObject { Count: > 0 };

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
