using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Definitions;

/// <summary>A definition prepared for running: made once per version, shared by all its instances, never changed.</summary>
internal sealed class DefinitionPlan
{
    private static readonly Dictionary<string, string> NoInputs = [];
    private readonly Dictionary<string, PlanNode> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _triggers = new(StringComparer.Ordinal);

    public DefinitionPlan(WorkflowDefinition definition, ActivityRegistry registry)
    {
        Definition = definition;
        Root = Prepare(definition.Root, null, registry);
        foreach (var (name, id) in Triggers.Of(definition))
            _triggers.TryAdd(name, id);

        // Results of earlier activities are kept only where an expression can ask for them: sleeping instances stay small.
        var text = definition.Source.ToJsonString();
        KeepsResults = text.Contains("getLastResult", StringComparison.Ordinal)
            || text.Contains("getResultFrom", StringComparison.Ordinal)
            || text.Contains("getOutputFrom", StringComparison.Ordinal);
        InputNames = JsonShape.List(definition.Source, "inputs").OfType<System.Text.Json.Nodes.JsonObject>()
            .Select(i => JsonShape.Text(i, "name") ?? "").Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    public WorkflowDefinition Definition { get; }

    public PlanNode Root { get; }

    public bool KeepsResults { get; }

    /// <summary>Names of the declared workflow inputs.</summary>
    public IReadOnlySet<string> InputNames { get; }

    public PlanNode? Find(string activityId) => _byId.GetValueOrDefault(activityId);

    public string? TriggerActivity(string eventName) => _triggers.GetValueOrDefault(eventName);

    private PlanNode Prepare(ActivityDefinition activity, PlanNode? parent, ActivityRegistry registry)
    {
        var implementation = registry.Find(activity.Type);
        var inputs = implementation?.Descriptor.Inputs;
        var node = new PlanNode
        {
            Definition = activity,
            Parent = parent,
            Activity = implementation,
            InputTypes = inputs is null or { Count: 0 }
                ? NoInputs
                : inputs.ToDictionary(i => i.Name, i => i.TypeName, StringComparer.Ordinal),
        };
        node.Children = activity.Activities.Select(child => Prepare(child, node, registry)).ToArray();
        _byId.TryAdd(activity.Id, node);
        return node;
    }
}
