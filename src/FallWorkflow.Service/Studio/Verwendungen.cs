using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Studio;

/// <summary>Which published processes start a process, or use it as a step.</summary>
internal sealed class Verwendungen(IDefinitionCatalog prozesse)
{
    /// <summary>Definition ids, in order; the process itself is not among them.</summary>
    public IReadOnlyList<string> Of(string definitionId)
    {
        var alsSchritt = prozesse.FindPublished(definitionId) is { } definition ? ActivityRegistry.DescribeAsActivity(definition)?.TypeName : null;
        return
        [
            .. prozesse.AllPublished.Where(p => p.DefinitionId != definitionId && Uses(p.Root, definitionId, alsSchritt)).Select(p => p.DefinitionId)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool Uses(ActivityDefinition schritt, string definitionId, string? alsSchritt) =>
        schritt.Type == alsSchritt
        || (schritt.Input("workflowDefinitionId") is { Type: "Literal", Value: JsonValue kennung } && kennung.ToString() == definitionId)
        || schritt.Activities.Any(a => Uses(a, definitionId, alsSchritt));
}
