namespace FallWorkflow.Engine.Definitions;

/// <summary>
/// The connections of one flowchart, seen from its start: which lead forward, which lead back into a loop, and what lies
/// upstream of an activity. Counter mode decides by it when an activity with several inbound connections runs.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, FlowEdge[]> _outbound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowEdge[]> _inbound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowEdge[]> _inboundForward = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _ancestors = new(StringComparer.Ordinal);

    private FlowGraph(PlanNode? start, PlanNode flowchart)
    {
        Start = start;
        // One that begins or ends nowhere is passed over, as in Elsa: it must not make anybody wait.
        var edges = flowchart.Definition.Connections.Distinct().Select((c, i) => new FlowEdge(i, c))
            .Where(e => flowchart.Child(e.Source) is not null && flowchart.Child(e.Target) is not null).ToArray();
        Edges = edges;
        foreach (var group in edges.GroupBy(e => e.Source, StringComparer.Ordinal))
            _outbound[group.Key] = [.. group];
        foreach (var group in edges.GroupBy(e => e.Target, StringComparer.Ordinal))
            _inbound[group.Key] = [.. group];
        if (start is null)
            return;

        FindForward(start.Definition.Id);
        foreach (var group in edges.Where(e => e.Forward).GroupBy(e => e.Target, StringComparer.Ordinal))
            _inboundForward[group.Key] = [.. group];
        foreach (var edge in edges.Where(e => !e.Forward))
            edge.ValidLoop = EveryPathPasses(start.Definition.Id, edge.Source, edge.Target);
        foreach (var loop in edges.Where(e => e.ValidLoop).GroupBy(e => e.Target, StringComparer.Ordinal))
            FindLoop(loop.Key, loop);
    }

    public PlanNode? Start { get; }

    public IReadOnlyList<FlowEdge> Edges { get; }

    public IReadOnlyList<FlowEdge> Outbound(string activityId) => _outbound.TryGetValue(activityId, out var edges) ? edges : [];

    public IReadOnlyList<FlowEdge> Inbound(string activityId) => _inbound.TryGetValue(activityId, out var edges) ? edges : [];

    public IReadOnlyList<FlowEdge> InboundForward(string activityId) => _inboundForward.TryGetValue(activityId, out var edges) ? edges : [];

    /// <summary>Whether the walk from the start reaches the activity.</summary>
    public bool IsReachable(string activityId) => activityId == Start?.Definition.Id || _inboundForward.ContainsKey(activityId);

    /// <summary>Whether an activity lies in the loop that this connection leads back into.</summary>
    public bool IsRunAgain(FlowEdge back, string activityId) =>
        activityId == back.Source || activityId == back.Target
        || Ancestors(back.Source).Contains(activityId) && Ancestors(activityId).Contains(back.Target);

    /// <summary>Everything upstream over forward connections.</summary>
    public IReadOnlySet<string> Ancestors(string activityId)
    {
        lock (_ancestors)
        {
            if (_ancestors.TryGetValue(activityId, out var known))
                return known;
            HashSet<string> found = new(StringComparer.Ordinal);
            Stack<string> open = new([activityId]);
            while (open.TryPop(out var current))
            {
                foreach (var edge in InboundForward(current))
                {
                    if (found.Add(edge.Source))
                        open.Push(edge.Source);
                }
            }

            return _ancestors[activityId] = found;
        }
    }

    /// <summary>Entry point: trigger, Start, flagged activity, one without inbound connection, the first.</summary>
    public static FlowGraph Of(PlanNode flowchart, string? triggerActivityId)
    {
        var targets = flowchart.Definition.Connections.Where(c => flowchart.Child(c.Source) is not null).Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
        var children = flowchart.Children;
        var start = (triggerActivityId is null ? null : children.FirstOrDefault(c => c.Definition.Id == triggerActivityId))
            ?? children.FirstOrDefault(c => c.Definition.Type == "Elsa.Start")
            ?? children.FirstOrDefault(c => c.Definition.CanStartWorkflow)
            ?? children.FirstOrDefault(c => !targets.Contains(c.Definition.Id))
            ?? (children.Count > 0 ? children[0] : null);
        return new FlowGraph(start, flowchart);
    }

    // Breadth first: a connection is forward unless the forward connections found before it already lead from its target to its source.
    private void FindForward(string start)
    {
        HashSet<string> visited = new(StringComparer.Ordinal);
        Queue<string> open = new([start]);
        while (open.TryDequeue(out var source))
        {
            if (!visited.Add(source))
                continue;
            foreach (var edge in Outbound(source))
            {
                if (Leads(edge.Target, source))
                    continue;
                edge.Forward = true;
                open.Enqueue(edge.Target);
            }
        }
    }

    // What lies between the head of a loop and the connections back to it; every forward connection out of it is an exit.
    private void FindLoop(string head, IEnumerable<FlowEdge> back)
    {
        HashSet<string> inside = new(StringComparer.Ordinal) { head };
        Stack<string> open = new(back.Select(e => e.Source));
        while (open.TryPop(out var current))
        {
            if (!inside.Add(current))
                continue;
            foreach (var edge in InboundForward(current))
                open.Push(edge.Source);
        }

        foreach (var exit in Edges.Where(e => e.Forward && inside.Contains(e.Source) && !inside.Contains(e.Target)))
            exit.LoopsLeft.Add(inside);
    }

    private bool Leads(string from, string to)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { from };
        Stack<string> open = new([from]);
        while (open.TryPop(out var current))
        {
            if (current == to)
                return true;
            foreach (var edge in Outbound(current))
            {
                if (edge.Forward && seen.Add(edge.Target))
                    open.Push(edge.Target);
            }
        }

        return false;
    }

    // A loop is well formed if nobody can reach its end without passing its head.
    private bool EveryPathPasses(string start, string to, string through)
    {
        if (start == through)
            return true;
        HashSet<string> seen = new(StringComparer.Ordinal) { start };
        Stack<string> open = new([start]);
        while (open.TryPop(out var current))
        {
            if (current == to)
                return false;
            foreach (var edge in Outbound(current))
            {
                if (edge.Forward && edge.Target != through && seen.Add(edge.Target))
                    open.Push(edge.Target);
            }
        }

        return true;
    }
}

/// <summary>One connection with its place in the graph; <see cref="Index"/> names it in the state of the flowchart.</summary>
internal sealed class FlowEdge(int index, ConnectionDefinition connection)
{
    public int Index { get; } = index;

    public string Source { get; } = connection.Source;

    public string Port { get; } = connection.SourcePort;

    public string Target { get; } = connection.Target;

    public bool Forward { get; set; }

    public bool ValidLoop { get; set; }

    /// <summary>The activities of each loop that this connection leads out of.</summary>
    public List<IReadOnlySet<string>> LoopsLeft { get; } = [];
}
