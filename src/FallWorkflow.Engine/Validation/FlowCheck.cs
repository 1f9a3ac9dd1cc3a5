using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>The shape of a flowchart: what is never reached, what never rests, what never comes together.</summary>
internal static class FlowCheck
{
    public static void Run(Validation validation, PlanNode node)
    {
        if (node.Activity is not Flowchart || node.Children.Count == 0)
            return;

        var graphs = node.Children
            .Where(c => node.Parent is null && c.Definition is { CanStartWorkflow: true, Type: Triggers.EventType })
            .Select(c => node.Graph(c.Definition.Id))
            .Prepend(node.Graph(null))
            .ToList();
        foreach (var child in node.Children)
        {
            if (!graphs.Any(g => g.IsReachable(child.Definition.Id)))
                validation.Add(child, null, "Unreachable", "UnreachableRemedy");
            else if (!graphs.Any(g => Reached(node, g, null, null).Contains(child.Definition.Id)) && EndBefore(node, graphs[0], child) is { } end)
                validation.Add(child, null, "Unreachable", "UnreachableAfterEndRemedy", Validation.NameOf(end.Definition));
        }

        foreach (var head in RestlessLoops(node, graphs[0]))
            validation.Add(head, null, "RestlessLoop", "RestlessLoopRemedy");
        foreach (var edge in node.Children.SelectMany(c => graphs[0].Outbound(c.Definition.Id)))
        {
            if (!edge.Forward && !edge.ValidLoop && graphs[0].IsReachable(edge.Source) && node.Child(edge.Source) is { } source)
                validation.Add(source, null, "SidewaysLoop", "SidewaysLoopRemedy", edge.Target);
        }

        var isToken = validation.Plan.FlowchartMode == Execution.FlowchartMode.Token;
        foreach (var child in node.Children.Where(c => WaitsForAll(c, isToken)))
        {
            if (ExclusiveBranches(node, graphs[0], child) is { } decision)
                validation.Add(child, null, "ImpossibleJoin", isToken ? "ImpossibleMergeRemedy" : "ImpossibleJoinRemedy", Validation.NameOf(decision.Definition));
        }
    }

    // In token mode a branch that a decision has left out is waited for by WaitAllActive as well, and so it is by a merge.
    private static bool WaitsForAll(PlanNode node, bool isToken) => node.Activity is FlowJoin
        ? LiteralMode(node) is "WaitAll" || isToken && LiteralMode(node) is "WaitAllActive"
        : isToken && JsonShape.Property(node.Definition.Source, "customProperties") is System.Text.Json.Nodes.JsonObject custom
            && JsonShape.Text(custom, "mergeMode") is "Merge" or "Converge";

    // A loop without a wait runs until the engine's limit stops it. Found by walking back edges over activities that do not wait.
    private static IEnumerable<PlanNode> RestlessLoops(PlanNode flowchart, FlowGraph graph)
    {
        HashSet<string> reported = new(StringComparer.Ordinal);
        foreach (var back in flowchart.Children.SelectMany(c => graph.Outbound(c.Definition.Id)).Where(e => !e.Forward))
        {
            if (reported.Contains(back.Target) || flowchart.Child(back.Target) is not { } head || Waits(head)
                || flowchart.Child(back.Source) is not { } tail || Waits(tail) || !graph.IsReachable(back.Source))
                continue;
            HashSet<string> seen = new(StringComparer.Ordinal) { back.Target };
            Stack<string> open = new([back.Target]);
            while (open.TryPop(out var current))
            {
                if (current == back.Source)
                {
                    reported.Add(back.Target);
                    yield return head;
                    break;
                }

                foreach (var edge in graph.Outbound(current))
                {
                    if (edge.Forward && flowchart.Child(edge.Target) is { } next && !Waits(next) && seen.Add(edge.Target))
                        open.Push(edge.Target);
                }
            }
        }
    }

    public static bool Waits(PlanNode node) =>
        node.Activity is null
        || node.Activity.Descriptor.Waits
        || node.Definition.Type is "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow" or "Elsa.BulkDispatchWorkflows"
            && (node.Definition.Inputs.TryGetValue("waitForCompletion", out var wait)
                ? wait.Type != "Literal" || ValueConversion.ToBoolean(wait.Value)
                : node.Definition.Type == "Elsa.BulkDispatchWorkflows")
        || node.Children.Any(Waits);

    // A decision is left by one port. If no port of it leads to every branch of the join, these never arrive together.
    private static PlanNode? ExclusiveBranches(PlanNode flowchart, FlowGraph graph, PlanNode join)
    {
        var inbound = graph.InboundForward(join.Definition.Id);
        foreach (var decision in flowchart.Children.Where(IsChoice))
        {
            var id = decision.Definition.Id;
            var ports = graph.Outbound(id).Select(e => e.Port).Distinct(StringComparer.Ordinal).ToList();
            // A branch that does not need the decision, or the other ports, arrives whatever is chosen.
            var without = Reached(flowchart, graph, id, null);
            if (inbound.Count < 2 || inbound.Any(e => e.Source != id && !Reached(flowchart, graph, null, null).Contains(e.Source)))
                continue;
            if (!ports.Exists(port => inbound.All(e => Arrives(e, port))))
                return decision;

            bool Arrives(FlowEdge edge, string port) => edge.Source == id
                ? edge.Port == port
                : without.Contains(edge.Source) || Reached(flowchart, graph, id, port).Contains(edge.Source);
        }

        return null;
    }

    private static bool IsChoice(PlanNode node) => node.Definition.Type == "Elsa.FlowDecision"
        || node.Definition.Type == "Elsa.FlowSwitch" && LiteralMode(node) != "MatchAny" && !IsComputed(node);

    /// <summary>What is reached from the start over forward connections, passing no step that ends the flowchart.</summary>
    /// <param name="choice">A step that is left by <paramref name="port"/> only, or not at all.</param>
    private static HashSet<string> Reached(PlanNode flowchart, FlowGraph graph, string? choice, string? port)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        if (graph.Start is null)
            return seen;
        Stack<string> open = new([graph.Start.Definition.Id]);
        while (open.TryPop(out var current))
        {
            if (!seen.Add(current) || flowchart.Child(current)?.Activity is ITerminalActivity or Finish or Complete)
                continue;
            foreach (var edge in graph.Outbound(current).Where(e => e.Forward && (current != choice || e.Port == port)))
                open.Push(edge.Target);
        }

        return seen;
    }

    private static PlanNode? EndBefore(PlanNode flowchart, FlowGraph graph, PlanNode child) => flowchart.Children
        .FirstOrDefault(c => c.Activity is ITerminalActivity or Finish or Complete && graph.Ancestors(child.Definition.Id).Contains(c.Definition.Id));

    private static bool IsComputed(PlanNode node) => node.Definition.Inputs.TryGetValue("mode", out var mode) && mode.Type != "Literal";

    private static string LiteralMode(PlanNode join) =>
        join.Definition.Inputs.TryGetValue("mode", out var mode) && mode.Type == "Literal" ? ValueConversion.ToText(mode.Value) : "";
}
