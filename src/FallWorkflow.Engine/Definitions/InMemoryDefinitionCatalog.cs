using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace FallWorkflow.Engine.Definitions;

/// <summary>
/// All versions a host knows, one of them published per definition id. Reading is lock-free; publishing swaps the
/// published set as a whole, so that a burst never sees half a change.
/// </summary>
public sealed class InMemoryDefinitionCatalog : IDefinitionCatalog
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _versions = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();
    private Published _published = Published.None;

    public WorkflowDefinition? FindPublished(string definitionId) =>
        Volatile.Read(ref _published).ById.GetValueOrDefault(definitionId);

    public WorkflowDefinition? FindVersion(string definitionVersionId) => _versions.GetValueOrDefault(definitionVersionId);

    public IReadOnlyList<WorkflowDefinition> FindTriggeredBy(string eventName) =>
        Volatile.Read(ref _published).ByTrigger.TryGetValue(eventName, out var found) ? found : (IReadOnlyList<WorkflowDefinition>)[];

    public WorkflowDefinition? FindAsActivity(string activityType) =>
        Volatile.Read(ref _published).ByActivityType.GetValueOrDefault(activityType);

    /// <summary>The published versions, by definition id.</summary>
    public IReadOnlyCollection<WorkflowDefinition> AllPublished => Volatile.Read(ref _published).ById.Values.ToArray();

    /// <summary>Adds a version that running instances may be pinned to, without publishing it.</summary>
    public void Add(WorkflowDefinition definition) => _versions[definition.Id] = definition;

    /// <summary>Adds a version and makes it the one that new instances of its definition id use.</summary>
    public void Publish(WorkflowDefinition definition)
    {
        lock (_writing)
        {
            _versions[definition.Id] = definition;
            Volatile.Write(ref _published, Published.From(_published.ById.SetItem(definition.DefinitionId, definition)));
        }
    }

    /// <summary>New instances of this definition id are refused from now on; its versions stay for running instances.</summary>
    public void Retract(string definitionId)
    {
        lock (_writing)
            Volatile.Write(ref _published, Published.From(_published.ById.Remove(definitionId)));
    }

    private sealed record Published(
        ImmutableDictionary<string, WorkflowDefinition> ById,
        ImmutableDictionary<string, ImmutableArray<WorkflowDefinition>> ByTrigger,
        ImmutableDictionary<string, WorkflowDefinition> ByActivityType)
    {
        public static readonly Published None = From(ImmutableDictionary.Create<string, WorkflowDefinition>(StringComparer.Ordinal));

        public static Published From(ImmutableDictionary<string, WorkflowDefinition> byId) => new(
            byId,
            byId.Values
                .SelectMany(d => Triggers.Of(d).Select(t => t.EventName).Distinct(StringComparer.Ordinal).Select(name => (name, d)))
                .GroupBy(x => x.name, x => x.d, StringComparer.Ordinal)
                .ToImmutableDictionary(
                    g => g.Key, g => g.OrderBy(d => d.DefinitionId, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal),
            byId.Values.Select(WorkflowInterface.Of).Where(w => w.IsUsable)
                .GroupBy(w => w.ActivityType, w => w.Definition, StringComparer.Ordinal)
                .ToImmutableDictionary(
                    g => g.Key, g => g.OrderBy(d => d.DefinitionId, StringComparer.Ordinal).First(), StringComparer.Ordinal));
    }
}
