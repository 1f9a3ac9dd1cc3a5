using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Validation;

/// <summary>One validation under way: what the checks look at and where they put what they find.</summary>
internal sealed class Validation
{
    public Validation(
        WorkflowDefinition definition, DefinitionPlan plan, IReadOnlySet<string> functions, IReadOnlySet<string>? knownDefinitions)
    {
        Definition = definition;
        Plan = plan;
        Functions = functions;
        KnownDefinitions = knownDefinitions;
        Nodes = [.. All(plan.Root)];
        ActivityNames = Nodes.Select(n => n.Definition.Name).ToHashSet(StringComparer.Ordinal);
    }

    public WorkflowDefinition Definition { get; }

    public DefinitionPlan Plan { get; }

    public IReadOnlySet<string> Functions { get; }

    public IReadOnlySet<string>? KnownDefinitions { get; }

    public IReadOnlyList<PlanNode> Nodes { get; }

    public IReadOnlySet<string> ActivityNames { get; }

    /// <summary>Ids seen so far, in document order.</summary>
    public HashSet<string> SeenIds { get; } = new(StringComparer.Ordinal);

    public List<DefinitionProblem> Problems { get; } = [];

    public void Add(PlanNode node, string? property, string message, string remedy, params object[] values)
    {
        var activity = node.Definition;
        var path = activity.Source.GetPath();
        path = path.Length > 2 ? path[2..] : "";
        var name = activity.DisplayText.Length > 0 ? activity.DisplayText : activity.Id;
        Problems.Add(new DefinitionProblem(
            activity.Id, name, property is null ? path : $"{path}.{property}", Texts.Get(message, values), Texts.Get(remedy, values)));
    }

    /// <summary>Variables that this activity sees.</summary>
    public IEnumerable<VariableDefinition> Visible(PlanNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            foreach (var variable in current.Definition.Variables)
                yield return variable;
        }

        foreach (var variable in Definition.Variables)
            yield return variable;
    }

    private static IEnumerable<PlanNode> All(PlanNode node) => node.Children.SelectMany(All).Prepend(node);
}
