using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Trials;

/// <summary>
/// Tries a definition: plays one case on an engine of its own, over a store in memory and in virtual time. Definitions
/// are taken as they are; what <c>validate</c> would refuse shows here when it is reached.
/// </summary>
public sealed class Trial
{
    private readonly InMemoryEngineStore _store = new();
    private readonly InMemoryDefinitionCatalog _catalog = new();
    private readonly TrialClock _clock;
    private readonly WorkflowEngine _engine;
    private readonly WorkflowDefinition _definition;

    /// <param name="definitions">The last one is tried, the others are there for it to start.</param>
    /// <param name="start">Virtual time at the beginning.</param>
    /// <exception cref="ArgumentException">There is no definition.</exception>
    public Trial(IReadOnlyList<WorkflowDefinition> definitions, ActivityRegistry activities, DateTimeOffset start, EngineOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(definitions.Count, nameof(definitions));
        _clock = new TrialClock(start);
        foreach (var definition in definitions)
            _catalog.Publish(definition);
        _definition = definitions[^1];
        _engine = new WorkflowEngine(_catalog, activities, _clock, options: options);
    }

    /// <summary>The journal of all instances, in the order of writing.</summary>
    public IReadOnlyList<JournalEntry> Journal => _store.Journal;

    /// <summary>Plays a case; a trial is good for one.</summary>
    /// <exception cref="DefinitionNotFoundException">A step starts a definition that is not there.</exception>
    public async Task<TrialResult> PlayAsync(TrialCase played, CancellationToken cancellation = default)
    {
        string? threw = null;
        try
        {
            await (played.Start is { } start
                ? StepAsync(start, cancellation)
                : _engine.StartAsync(Burst(), _definition.DefinitionId, played.CorrelationId, played.Input?.DeepClone() as JsonObject, cancellation));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // To the person who tries it, a start that fails is a result like any other.
            threw = $"{e.GetType().Name}: {e.Message}";
        }

        var afterStart = await SnapshotAsync();
        List<TrialSnapshot> afterSteps = [];
        foreach (var step in played.Steps)
        {
            await StepAsync(step, cancellation);
            afterSteps.Add(await SnapshotAsync());
        }

        return new TrialResult(threw, afterStart, afterSteps);
    }

    private Burst Burst() => new(_store);

    private WorkflowInstance? First => _store.Instances.FirstOrDefault(i => i.DefinitionId == _definition.DefinitionId);

    private async Task StepAsync(TrialStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case TrialStep.EventPublished happened:
                await _engine.PublishAsync(
                    Burst(), new Stimulus(happened.Name, happened.CorrelationId, Payload: happened.Payload?.DeepClone()), cancellation);
                break;
            case TrialStep.TaskDone done:
                var waiting = _store.Bookmarks.FirstOrDefault(b => b.Stimulus == RunTask.Stimulus && TaskOf(b.ExecutionId) == done.Name);
                if (waiting is not null)
                    await _engine.PublishAsync(Burst(), new Stimulus(RunTask.Stimulus, null, waiting.Key, done.Result?.DeepClone()), cancellation);
                break;
            case TrialStep.TimePasses time:
                await PassAsync(time.Span, cancellation);
                break;
            case TrialStep.Cancelled:
                if (First is { } instance)
                    await _engine.CancelAsync(Burst(), instance.Id, "trial", cancellation);
                break;
            case TrialStep.WorkflowStarted started:
                await _engine.StartAsync(
                    Burst(), started.DefinitionId, started.CorrelationId, started.Input?.DeepClone() as JsonObject, cancellation);
                break;
        }
    }

    private async Task PassAsync(TimeSpan span, CancellationToken cancellation)
    {
        var end = _clock.GetUtcNow() + span;
        while (_store.NextDue(end) is { } timer)
        {
            if (timer.DueAt > _clock.GetUtcNow())
                _clock.Set(timer.DueAt);
            await _engine.FireTimerAsync(Burst(), timer.Id, cancellation);
        }

        _clock.Set(end);
    }

    private async Task<TrialSnapshot> SnapshotAsync()
    {
        string[] lines = [.. Entries(JournalKinds.LineWritten).Select(e => (string)Data(e)!["text"]!)];
        if (First is not { } instance)
            return new TrialSnapshot(null, null, lines, [], [], [], [], [], null, null);

        var state = InstanceSnapshot.Of(instance);
        var variables = new JsonObject();
        foreach (var variable in _definition.Variables)
            variables[variable.Name] = state.Variables[variable.Id]?.DeepClone();
        return new TrialSnapshot(
            instance.Status,
            instance.SubStatus,
            lines,
            [.. (await WaitingAsync(instance)).OrderBy(w => w.ToJsonString(), StringComparer.Ordinal)],
            _engine.StuckIn(_store, instance),
            state.Output,
            state.Incidents,
            variables,
            instance.Name,
            instance.CorrelationId);
    }

    private async Task<List<JsonObject>> WaitingAsync(WorkflowInstance instance)
    {
        List<JsonObject> waiting = [];
        foreach (var bookmark in await _store.BookmarksOfAsync(instance.Id))
        {
            var started = Started(bookmark.ExecutionId);
            var what = new JsonObject { ["activity"] = started.ActivityType };
            if (bookmark.Stimulus == RunTask.Stimulus)
                what["task"] = TaskOf(bookmark.ExecutionId);
            else
                what["event"] = bookmark.Stimulus;
            waiting.Add(what);
        }

        foreach (var timer in await _store.TimersOfAsync(instance.Id))
        {
            var started = Started(timer.ExecutionId);
            var what = new JsonObject { ["activity"] = started.ActivityType };
            if (Data(started)?["inputs"]?["cronExpression"] is { } cron)
            {
                what["cron"] = cron.DeepClone();
            }
            else if (started.ActivityType is "Elsa.StartAt")
            {
                what["dueAt"] = timer.DueAt;
            }
            else
            {
                // The span the timer was armed for, not what is left of it.
                var armed = Entries(JournalKinds.TimerArmed).Last(e => e.ExecutionId == timer.ExecutionId && (string?)Data(e)?["timer"] == timer.Name);
                what["dueInSeconds"] = (timer.DueAt - armed.At).TotalSeconds;
            }

            waiting.Add(what);
        }

        // Whoever waits for a child instance has neither bookmark nor timer.
        foreach (var open in InstanceState.ReadOpen(instance.StateJson).Where(o => o.AwaitsChildren))
            waiting.Add(new JsonObject { ["activity"] = Started(open.ExecutionId).ActivityType });
        return waiting;
    }

    private JournalEntry Started(string executionId) =>
        _store.Journal.First(e => e.ExecutionId == executionId && e.Kind == JournalKinds.ActivityStarted);

    private string? TaskOf(string executionId) =>
        (string?)Data(Entries(JournalKinds.TaskRequested).Last(e => e.ExecutionId == executionId))?["task"];

    private IEnumerable<JournalEntry> Entries(string kind) => _store.Journal.Where(e => e.Kind == kind);

    private static JsonNode? Data(JournalEntry entry) => entry.Data is null ? null : JsonNode.Parse(entry.Data);
}
