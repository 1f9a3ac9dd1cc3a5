using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>
/// Finds what would go wrong when a definition runs, all of it at once, before it is published.
/// </summary>
/// <param name="extensions">Host functions that scripts may call besides the engine's own.</param>
/// <param name="events">Names of all events that the host publishes; null leaves unchecked who publishes what.</param>
public sealed class DefinitionValidator(
    ActivityRegistry registry, IEnumerable<IExpressionExtension>? extensions = null, IReadOnlyCollection<string>? events = null)
{
    private readonly HashSet<string> _functions =
        [.. HostFunctions.Names, .. (extensions ?? []).SelectMany(e => e.Functions).Select(f => f.Name)];

    /// <param name="others">Definitions that may be called as children; null leaves that unchecked.</param>
    public IReadOnlyList<DefinitionProblem> Validate(string json, IEnumerable<WorkflowDefinition>? others = null)
    {
        List<DefinitionProblem> problems = [];
        try
        {
            var definition = DefinitionReader.Read(DefinitionReader.Parse(json), e => problems.Add(FormatProblem(e)));
            problems.AddRange(Validate(definition, others));
        }
        catch (DefinitionFormatException e)
        {
            problems.Add(FormatProblem(e));
        }

        return problems;
    }

    /// <param name="others">Definitions that may be called as children; null leaves that unchecked.</param>
    public IReadOnlyList<DefinitionProblem> Validate(WorkflowDefinition definition, IEnumerable<WorkflowDefinition>? others = null)
    {
        var known = others?.ToList();
        var catalog = new InMemoryDefinitionCatalog();
        foreach (var other in known ?? [])
            catalog.Publish(other);
        var validation = new Validation(
            definition,
            new DefinitionPlan(definition, registry, catalog),
            _functions,
            known?.Select(d => d.DefinitionId).Append(definition.DefinitionId).ToHashSet(StringComparer.Ordinal),
            events is null ? null : EventCheck.Published(events, (known ?? []).Append(definition)));
        StructureCheck.Run(validation);
        TypeCheck.Run(validation);
        foreach (var node in validation.Nodes)
        {
            StructureCheck.Run(validation, node);
            InputCheck.Run(validation, node);
            ExpressionCheck.Run(validation, node);
            FlowCheck.Run(validation, node);
            TypeCheck.Run(validation, node);
            EventCheck.Run(validation, node);
            LoopCheck.Run(validation, node);
            TriggerCheck.Run(validation, node);
            RetryCheck.Run(validation, node);
        }

        return validation.Problems;
    }

    private static DefinitionProblem FormatProblem(DefinitionFormatException e)
    {
        var message = Texts.Get("Format" + e.Error);
        if (e.Line is not null)
            message = Texts.Get("FormatInvalidJsonAt", e.Line, e.Column ?? 1);
        return new DefinitionProblem(null, null, e.Path, message, Texts.Get($"Format{e.Error}Remedy"));
    }
}
