using System.Collections.Concurrent;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Definitions;

/// <summary>An activity of a definition, prepared for running.</summary>
internal sealed class PlanNode
{
    private readonly Dictionary<string, PlanNode> _children = new(StringComparer.Ordinal);
    private FlowGraph? _graph;
    private readonly ConcurrentDictionary<string, FlowGraph> _graphsByTrigger = new(StringComparer.Ordinal);

    public required ActivityDefinition Definition { get; init; }

    public required PlanNode? Parent { get; init; }

    /// <summary>
    /// Unique within the instance: the id, and inside a workflow that is used as an activity the key of that activity before it.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Null if the type is unknown; it faults when it is reached.</summary>
    public required IActivity? Activity { get; init; }

    /// <summary>Variables that the activities inside see.</summary>
    public required IReadOnlyList<VariableDefinition> Variables { get; init; }

    /// <summary>Declared types of the inputs, by name.</summary>
    public required IReadOnlyDictionary<string, string> InputTypes { get; init; }

    public IReadOnlyList<PlanNode> Children
    {
        get;
        set
        {
            field = value;
            foreach (var child in value)
                _children.TryAdd(child.Definition.Id, child);
        }
    } = [];

    /// <summary>The graph of this flowchart, seen from its own start or from the trigger that started the instance.</summary>
    public FlowGraph Graph(string? triggerActivityId)
    {
        if (triggerActivityId is not null && Parent is null && _children.ContainsKey(triggerActivityId))
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

    public PlanNode? Child(string? id) => id is not null && _children.TryGetValue(id, out var child) ? child : null;
}
