using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests.Random;

/// <summary>Runs a drawing to its end by publishing, again and again, one of the events that are waited for.</summary>
internal sealed class RandomRun
{
    private const int MostEvents = 500;
    private readonly CrashingTime _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly WorkflowEngine _engine;
    private readonly System.Random _choices;
    private Burst? _kept;

    public RandomRun(WorkflowDefinition definition, FlowchartMode mode, int choices)
    {
        var catalog = new InMemoryDefinitionCatalog();
        catalog.Publish(definition);
        var ids = 0;
        _engine = new WorkflowEngine(catalog, BuiltInActivities.Registry(), _time, options: new EngineOptions
        {
            FlowchartMode = mode,
            NewInstanceId = _ => $"i{++ids}",
            AbortsBurst = e => e is CrashException or OperationCanceledException,
        });
        _choices = new System.Random(choices);
    }

    public InMemoryEngineStore Store { get; } = new();

    /// <summary>One burst object for all calls: the state stays in memory and is never read back.</summary>
    public bool KeepsBurst { get; init; }

    /// <summary>Every call dies once, after this many looks at the clock, and is repeated; null: none dies.</summary>
    public Func<int>? Crashes { get; init; }

    /// <summary>Cancelled instead of the n-th event; null: not at all.</summary>
    public int? CancelAt { get; init; }

    public WorkflowInstance Instance => Store.Instances.Single();

    public IReadOnlyList<string> Lines =>
        [.. Store.Journal.Where(e => e.Kind == JournalKinds.LineWritten).Select(e => (string)JsonNode.Parse(e.Data!)!["text"]!)];

    /// <summary>Whether the instance still waits for something, by what is stored.</summary>
    public bool Waits => Store.Bookmarks.Count > 0 || Store.Timers.Count > 0;

    public async Task<RandomRun> ToTheEndAsync()
    {
        await CallAsync(burst => _engine.StartAsync(burst, "random", "K"));
        for (var i = 0; i < MostEvents && Instance.Status == WorkflowStatus.Running && Waits; i++)
        {
            if (i == CancelAt)
            {
                await CallAsync(burst => _engine.CancelAsync(burst, Instance.Id, "test"));
                break;
            }

            var bookmarks = Store.Bookmarks.OrderBy(b => b.Stimulus, StringComparer.Ordinal).ToList();
            var name = bookmarks[_choices.Next(bookmarks.Count)].Stimulus;
            await CallAsync(burst => _engine.PublishAsync(burst, new Stimulus(name, "K")));
        }

        return this;
    }

    private async Task CallAsync(Func<Burst, Task> call)
    {
        var crash = Crashes?.Invoke();
        while (true)
        {
            Store.Begin();
            _time.CrashIn = crash;
            crash = null;
            try
            {
                await call(KeepsBurst ? _kept ??= new Burst(Store) : new Burst(Store));
                Store.Commit();
                _time.CrashIn = null;
                return;
            }
            catch (CrashException)
            {
                Store.Rollback();
            }
        }
    }
}
