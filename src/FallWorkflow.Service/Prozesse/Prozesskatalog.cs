using FallWorkflow.Application.Ports;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Prozesse;

/// <summary>
/// The engine's catalogue. A version that another node has published a moment ago is read from the database when an
/// instance turns out to be pinned to it.
/// </summary>
internal sealed class Prozesskatalog(IProzessversionen versionen) : IDefinitionCatalog
{
    public InMemoryDefinitionCatalog Speicher { get; } = new();

    public IReadOnlyCollection<WorkflowDefinition> AllPublished => Speicher.AllPublished;

    public WorkflowDefinition? FindPublished(string definitionId) => Speicher.FindPublished(definitionId);

    public IReadOnlyList<WorkflowDefinition> FindTriggeredBy(string eventName) => Speicher.FindTriggeredBy(eventName);

    public WorkflowDefinition? FindAsActivity(string activityType) => Speicher.FindAsActivity(activityType);

    public WorkflowDefinition? FindVersion(string definitionVersionId)
    {
        if (Speicher.FindVersion(definitionVersionId) is { } bekannt)
            return bekannt;

        // Rare: once per version and node. The engine's interface is synchronous because all else is in memory.
        if (Task.Run(() => versionen.FindAsync(definitionVersionId)).GetAwaiter().GetResult() is not { } version)
            return null;
        var definition = DefinitionReader.Read(version.Json);
        Speicher.Add(definition);
        return definition;
    }
}
