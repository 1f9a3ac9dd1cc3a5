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
        }

        foreach (var head in RestlessLoops(node, graphs[0]))
            validation.Add(head, null, "RestlessLoop", "RestlessLoopRemedy");
        foreach (var edge in node.Children.SelectMany(c => graphs[0].Outbound(c.Definition.Id)))
        {
            if (!edge.Forward && !edge.ValidLoop && graphs[0].IsReachable(edge.Source) && node.Child(edge.Source) is { } source)
                validation.Add(source, null, "SidewaysLoop", "SidewaysLoopRemedy", edge.Target);
        }

        foreach (var child in node.Children.Where(c => c.Activity is FlowJoin && LiteralMode(c) == "WaitAll"))
        {
            if (ExclusiveBranches(node, graphs[0], child) is { } decision)
                validation.Add(child, null, "ImpossibleJoin", "ImpossibleJoinRemedy", decision);
        }
    }

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

    // Two inbound branches that leave one decision by different ports can never both arrive.
    private static string? ExclusiveBranches(PlanNode flowchart, FlowGraph graph, PlanNode join)
    {
        Dictionary<string, HashSet<string>> ports = new(StringComparer.Ordinal);
        foreach (var inbound in graph.InboundForward(join.Definition.Id))
        {
            var edge = inbound;
            while (flowchart.Child(edge.Source) is { } source)
            {
                if (source.Definition.Type == "Elsa.FlowDecision"
                    || source.Definition.Type == "Elsa.FlowSwitch" && LiteralMode(source) != "MatchAny" && !IsComputed(source))
                {
                    if (!ports.TryGetValue(edge.Source, out var seen))
                        ports[edge.Source] = seen = new HashSet<string>(StringComparer.Ordinal);
                    seen.Add(edge.Port);
                    if (seen.Count > 1)
                        return source.Definition.DisplayText.Length > 0 ? source.Definition.DisplayText : source.Definition.Id;
                    break;
                }

                var before = graph.InboundForward(edge.Source);
                if (before.Count != 1)
                    break;
                edge = before[0];
            }
        }

        return null;
    }

    private static bool IsComputed(PlanNode node) => node.Definition.Inputs.TryGetValue("mode", out var mode) && mode.Type != "Literal";

    private static string LiteralMode(PlanNode join) =>
        join.Definition.Inputs.TryGetValue("mode", out var mode) && mode.Type == "Literal" ? ValueConversion.ToText(mode.Value) : "";
}
