using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Definitions;

/// <summary>A definition prepared for running: made once per version, shared by all its instances, never changed.</summary>
internal sealed partial class DefinitionPlan
{
    private static readonly Dictionary<string, string> NoInputs = [];
    private readonly Dictionary<string, PlanNode> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _triggers = new(StringComparer.Ordinal);
    private readonly Stack<string> _within = new();
    private readonly ActivityRegistry _registry;
    private readonly IDefinitionCatalog? _catalog;

    /// <param name="catalog">Where definitions that are used as activities are found; null if none can be.</param>
    public DefinitionPlan(WorkflowDefinition definition, ActivityRegistry registry, IDefinitionCatalog? catalog = null)
    {
        Definition = definition;
        _registry = registry;
        _catalog = catalog;
        _within.Push(definition.DefinitionId);
        Remember(definition);
        Root = Prepare(definition.Root, null, "");
        foreach (var (name, id) in Triggers.Of(definition))
            _triggers.TryAdd(name, id);
        var offered = WorkflowInterface.Of(definition);
        InputNames = offered.Inputs.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        OutputNames = offered.Outputs.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        ActivityNames = _byKey.Values.Select(n => n.Definition.Name).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
        FlowchartMode = Mode(definition.Source);
        ContinuesWithIncidents = JsonShape.Property(definition.Source, "options") is JsonObject options
            && JsonShape.Text(options, "incidentStrategyType")?.Contains("ContinueWithIncidents", StringComparison.Ordinal) == true;
    }

    public WorkflowDefinition Definition { get; }

    public PlanNode Root { get; }

    /// <summary>Results of earlier activities are kept only where an expression can ask for them: sleeping instances stay small.</summary>
    public bool KeepsResults { get; private set; }

    /// <summary>Every activity type is known. A plan that lacks one is made anew when it is needed again.</summary>
    public bool IsComplete => Missing.Count == 0;

    /// <summary>Activities of types that nobody registered.</summary>
    public HashSet<ActivityDefinition> Missing { get; } = [];

    /// <summary>Names of the declared workflow inputs.</summary>
    public IReadOnlySet<string> InputNames { get; }

    /// <summary>Names of the declared workflow outputs; an activity's output may be bound to one.</summary>
    public IReadOnlySet<string> OutputNames { get; }

    /// <summary>Names of activities, those of workflows used as activities included.</summary>
    public IReadOnlySet<string> ActivityNames { get; }

    /// <summary>Null if the definition leaves it to the engine.</summary>
    public FlowchartMode? FlowchartMode { get; }

    /// <summary>The definition asks that an incident in one branch leaves the others alone.</summary>
    public bool ContinuesWithIncidents { get; }

    /// <summary>Name of the activity with this id; null if there is none.</summary>
    public string? ActivityNameOf(string id) => Find(id)?.Definition.Name;

    public PlanNode? Find(string key) => _byKey.GetValueOrDefault(key);

    public string? TriggerActivity(string eventName) => _triggers.GetValueOrDefault(eventName);

    private static FlowchartMode? Mode(JsonObject source) =>
        (JsonShape.Property(source, "customProperties") is JsonObject custom ? JsonShape.Text(custom, "Flowchart:ExecutionMode") : null)
            ?.ToUpperInvariant() switch
        {
            "TOKENBASED" or "1" => Execution.FlowchartMode.Token,
            "COUNTERBASED" or "2" => Execution.FlowchartMode.Counter,
            _ => null,
        };

    private PlanNode Prepare(ActivityDefinition activity, PlanNode? parent, string prefix)
    {
        var used = _registry.Find(activity.Type) is null ? Used(activity) : null;
        var implementation = used is null ? _registry.Find(activity.Type) : new WorkflowActivity(used);
        if (implementation is null)
            Missing.Add(activity);
        var inputs = implementation?.Descriptor.Inputs;
        var node = new PlanNode
        {
            Definition = inputs is null ? activity : activity.WithPlainInputs(inputs.Select(i => i.Name)),
            Parent = parent,
            Key = prefix + activity.Id,
            Activity = implementation,
            Variables = used?.Variables ?? activity.Variables,
            InputTypes = inputs is null or { Count: 0 }
                ? NoInputs
                : inputs.ToDictionary(i => i.Name, i => i.TypeName, StringComparer.Ordinal),
        };
        if (used is null)
        {
            node.Children = activity.Activities.Select(child => Prepare(child, node, prefix)).ToArray();
        }
        else
        {
            _within.Push(used.Definition.DefinitionId);
            Remember(used.Definition);
            node.Children = [Prepare(used.Definition.Root, node, node.Key + "/")];
            _within.Pop();
        }

        _byKey.TryAdd(node.Key, node);
        return node;
    }

    /// <summary>The version that the activity names, else the published one. A workflow inside itself is an unknown type.</summary>
    private WorkflowInterface? Used(ActivityDefinition activity)
    {
        if (_catalog is null || activity.Type.Length == 0)
            return null;
        var version = JsonShape.Text(activity.Source, "workflowDefinitionVersionId") is { Length: > 0 } id ? _catalog.FindVersion(id) : null;
        foreach (var found in new[] { version, _catalog.FindAsActivity(activity.Type) })
        {
            if (found is not null && !_within.Contains(found.DefinitionId)
                && WorkflowInterface.Of(found) is { IsUsable: true } used && used.ActivityType == activity.Type)
                return used;
        }

        return null;
    }

    private void Remember(WorkflowDefinition definition)
    {
        if (KeepsResults)
            return;
        var text = definition.Source.ToJsonString();
        KeepsResults = text.Contains("getLastResult", StringComparison.Ordinal)
            || OutputAccessor().IsMatch(text)
            || text.Contains("\"Output\"", StringComparison.Ordinal);
    }

    // getOutputFrom, getResultFromApproval, getTaskIdFromOrder.
    [GeneratedRegex(@"\bget[A-Z]\w*From", RegexOptions.CultureInvariant)]
    private static partial Regex OutputAccessor();
}
