using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Studio;

/// <summary>Which published processes start a process, or use it as a step.</summary>
internal sealed class Verwendungen(IDefinitionCatalog prozesse)
{
    /// <summary>Definition ids, in order; the process itself is not among them.</summary>
    public IReadOnlyList<string> Of(string definitionId) => Among(prozesse.AllPublished, definitionId);

    /// <summary>The same among other versions than the current ones.</summary>
    public IReadOnlyList<string> Among(IEnumerable<WorkflowDefinition> versionen, string definitionId)
    {
        var alsSchritt = prozesse.FindPublished(definitionId) is { } definition ? ActivityRegistry.DescribeAsActivity(definition)?.TypeName : null;
        return
        [
            .. versionen.Where(p => p.DefinitionId != definitionId && Uses(p.Root, definitionId, alsSchritt)).Select(p => p.DefinitionId).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool Uses(ActivityDefinition schritt, string definitionId, string? alsSchritt) =>
        schritt.Type == alsSchritt
        || (schritt.Input("workflowDefinitionId") is { Type: "Literal", Value: JsonValue kennung } && kennung.ToString() == definitionId)
        || schritt.Activities.Any(a => Uses(a, definitionId, alsSchritt));
}
