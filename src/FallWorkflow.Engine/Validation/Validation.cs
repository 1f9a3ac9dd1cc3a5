using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Validation;

/// <summary>One validation under way: what the checks look at and where they put what they find.</summary>
internal sealed class Validation
{
    public Validation(
        WorkflowDefinition definition,
        DefinitionPlan plan,
        IReadOnlySet<string> functions,
        IReadOnlySet<string>? knownDefinitions,
        IReadOnlySet<string>? knownEvents)
    {
        Definition = definition;
        Plan = plan;
        Functions = functions;
        KnownDefinitions = knownDefinitions;
        KnownEvents = knownEvents;
        Nodes = [.. All(plan.Root)];
        ActivityNames = Nodes.Select(n => n.Definition.Name).ToHashSet(StringComparer.Ordinal);
    }

    public WorkflowDefinition Definition { get; }

    public DefinitionPlan Plan { get; }

    public IReadOnlySet<string> Functions { get; }

    public IReadOnlySet<string>? KnownDefinitions { get; }

    /// <summary>Events that may happen; null if that is not known.</summary>
    public IReadOnlySet<string>? KnownEvents { get; }

    public IReadOnlyList<PlanNode> Nodes { get; }

    public IReadOnlySet<string> ActivityNames { get; }

    /// <summary>By name or id.</summary>
    public bool HasActivity(string activity) => ActivityNames.Contains(activity) || Nodes.Any(n => n.Definition.Id == activity);

    /// <summary>Ids seen so far, in document order.</summary>
    public HashSet<string> SeenIds { get; } = new(StringComparer.Ordinal);

    public List<DefinitionProblem> Problems { get; } = [];

    /// <param name="node">Null if the problem concerns the definition as a whole.</param>
    public void Add(PlanNode? node, string? property, string message, string remedy, params object[] values)
    {
        var activity = node?.Definition;
        var path = activity?.Source.GetPath() is { Length: > 2 } place ? place[2..] : "";
        Problems.Add(new DefinitionProblem(
            activity?.Id, activity is null ? null : NameOf(activity),
            property is null ? path : path.Length == 0 ? property : $"{path}.{property}", Texts.Get(message, values), Texts.Get(remedy, values)));
    }

    public static string NameOf(ActivityDefinition activity) => activity.DisplayText.Length > 0 ? activity.DisplayText : activity.Id;

    /// <summary>Variables that this activity sees.</summary>
    public IEnumerable<VariableDefinition> Visible(PlanNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            foreach (var variable in current.Variables)
                yield return variable;
            foreach (var variable in current.Parent?.Activity switch
            {
                For or ForEach or ParallelForEach => Iteration.OfLoops,
                BulkDispatchWorkflows => Iteration.OfChildren,
                _ => [],
            })
                yield return variable;
        }

        foreach (var variable in Definition.Variables)
            yield return variable;
    }

    // What is inside a workflow used as an activity belongs to another definition.
    private static IEnumerable<PlanNode> All(PlanNode node) =>
        node.Activity is WorkflowActivity ? [node] : node.Children.SelectMany(All).Prepend(node);
}
