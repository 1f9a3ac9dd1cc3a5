using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Definitions;

/// <summary>An activity of a definition, prepared for running.</summary>
internal sealed class PlanNode
{
    private FlowGraph? _graph;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, FlowGraph> _graphsByTrigger = new(StringComparer.Ordinal);

    public required ActivityDefinition Definition { get; init; }

    public required PlanNode? Parent { get; init; }

    /// <summary>Null if the type is unknown; it faults when it is reached.</summary>
    public required IActivity? Activity { get; init; }

    /// <summary>Declared types of the inputs, by name.</summary>
    public required IReadOnlyDictionary<string, string> InputTypes { get; init; }

    public IReadOnlyList<PlanNode> Children { get; set; } = [];

    /// <summary>The graph of this flowchart, seen from its own start or from the trigger that started the instance.</summary>
    public FlowGraph Graph(string? triggerActivityId)
    {
        if (triggerActivityId is not null && Children.Any(c => c.Definition.Id == triggerActivityId))
            return _graphsByTrigger.GetOrAdd(triggerActivityId, id => FlowGraph.Of(this, id));
        return _graph ??= FlowGraph.Of(this, null);
    }

    public bool IsConnected(string port)
    {
        if (Parent is null)
            return false;
        foreach (var connection in Parent.Definition.Connections)
        {
            if (connection.Source == Definition.Id && connection.SourcePort == port)
                return true;
        }

        return false;
    }

    public PlanNode? Child(string? id)
    {
        foreach (var child in Children)
        {
            if (child.Definition.Id == id)
                return child;
        }

        return null;
    }
}
