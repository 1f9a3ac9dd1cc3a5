using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

/// <summary>An engine over an in-memory store with a clock that the test moves; every call is a burst of its own.</summary>
internal sealed class EngineDriver
{
    public EngineDriver(IEnumerable<IActivity>? activities = null, IExpressionExtension[]? extensions = null, EngineOptions? options = null)
    {
        Registry = BuiltInActivities.Registry(activities ?? []);
        Engine = new WorkflowEngine(Catalog, Registry, Time, extensions, options);
    }

    public InMemoryEngineStore Store { get; } = new();

    public InMemoryDefinitionCatalog Catalog { get; } = new();

    public MovableTime Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public ActivityRegistry Registry { get; }

    public WorkflowEngine Engine { get; }

    public IEnumerable<string> Lines => Store.Journal.Where(e => e.Kind == JournalKinds.LineWritten)
        .Select(e => (string)JsonNode.Parse(e.Data!)!["text"]!);

    public Burst Burst() => new(Store);

    public EngineDriver With(params FlowBuilder[] flows)
    {
        foreach (var flow in flows)
            Catalog.Publish(flow.Build());
        return this;
    }

    public Task<WorkflowInstance> StartAsync(string definitionId, string? correlationId = "K1", JsonObject? input = null) =>
        Engine.StartAsync(Burst(), definitionId, correlationId, input);

    public Task<int> PublishAsync(string name, string? correlationId = "K1", JsonNode? payload = null, string? key = null) =>
        Engine.PublishAsync(Burst(), new Stimulus(name, correlationId, key, payload));

    public static IReadOnlyList<Incident> Incidents(WorkflowInstance instance) => InstanceSnapshot.Of(instance).Incidents;
}
