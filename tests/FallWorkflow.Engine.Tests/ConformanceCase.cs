using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Tests;

/// <summary>Plays one recorded case against the engine and takes the same snapshots as the recorder.</summary>
internal sealed class ConformanceCase
{
    private readonly InMemoryEngineStore _store = new();
    private readonly InMemoryDefinitionCatalog _catalog = new();
    private readonly MovableTime _time = new(new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero));
    private readonly WorkflowEngine _engine;
    private readonly WorkflowDefinition _definition;
    private readonly JsonObject _case;

    public ConformanceCase(string folder)
    {
        _engine = new WorkflowEngine(_catalog, BuiltInActivities.Registry(), _time);
        _case = Load(Path.Combine(folder, "case.json"));
        Expected = Load(Path.Combine(folder, "expected.json"));
        foreach (var child in Directory.GetFiles(folder, "child-*.json").Order(StringComparer.Ordinal))
            _catalog.Publish(DefinitionReader.Read(File.ReadAllText(child)));
        _definition = DefinitionReader.Read(File.ReadAllText(Path.Combine(folder, "definition.json")));
        _catalog.Publish(_definition);
    }

    public JsonObject Expected { get; }

    public bool Unordered => _case["unordered"]?.GetValue<bool>() ?? false;

    private Burst NewBurst() => new(_store);

    public async Task<List<JsonObject>> PlayAsync()
    {
        List<JsonObject> snapshots = [];
        if (_case["start"] is JsonObject start)
            await StepAsync(start);
        else
            await _engine.StartAsync(NewBurst(), _definition.DefinitionId, (string?)_case["correlationId"], _case["input"]?.DeepClone() as JsonObject);
        snapshots.Add(Snapshot());
        foreach (var step in _case["steps"]!.AsArray())
        {
            await StepAsync(step!.AsObject());
            snapshots.Add(Snapshot());
        }

        return snapshots;
    }

    private async Task StepAsync(JsonObject step)
    {
        if ((string?)step["event"] is { } name)
            await _engine.PublishAsync(NewBurst(), new Stimulus(name, (string?)step["correlationId"], Payload: step["payload"]?.DeepClone()));
        else if ((string?)step["task"] is { } task)
            await _engine.PublishAsync(NewBurst(), new Stimulus("Elsa.RunTask", null, TaskKey(task), step["result"]?.DeepClone()));
        else if ((string?)step["timePasses"] is { } span)
            await PassAsync(TimeSpan.ParseExact(span, "c", CultureInfo.InvariantCulture));
        else if (step["cancel"] is not null)
            await _engine.CancelAsync(NewBurst(), Main.Id, "test");
        else if ((string?)step["startWorkflow"] is { } definitionId)
            await _engine.StartAsync(NewBurst(), definitionId, (string?)step["correlationId"]);
        else
            throw new InvalidOperationException("Unknown step " + step.ToJsonString());
    }

    private async Task PassAsync(TimeSpan span)
    {
        var end = _time.GetUtcNow() + span;
        while (_store.NextDue(end) is { } timer)
        {
            _time.Set(timer.DueAt);
            (await _engine.FireTimerAsync(NewBurst(), timer.Id)).ShouldBeTrue();
        }

        _time.Set(end);
    }

    private WorkflowInstance Main => _store.Instances.Where(i => i.DefinitionId == _definition.DefinitionId).OrderBy(i => i.CreatedAt).First();

    private string TaskKey(string task) => _store.Journal
        .Last(e => e.Kind == JournalKinds.TaskRequested && (string?)JsonNode.Parse(e.Data!)!["task"] == task).ExecutionId!;

    private JsonObject Snapshot()
    {
        var main = Main;
        var state = InstanceSnapshot.Of(main);
        return new JsonObject
        {
            ["status"] = main.Status.ToString(),
            ["subStatus"] = main.SubStatus.ToString(),
            ["lines"] = new JsonArray([.. Lines().Select(l => (JsonNode)l)]),
            ["waitingFor"] = new JsonArray([.. Waiting(main, state).OrderBy(w => w.ToJsonString(), StringComparer.Ordinal).Select(w => (JsonNode)w)]),
            ["output"] = state.Output.DeepClone(),
            ["incidents"] = new JsonArray([.. state.Incidents.Select(i => (JsonNode)new JsonObject { ["activity"] = i.ActivityId, ["type"] = i.ActivityType })]),
        };
    }

    private IEnumerable<string> Lines() => _store.Journal
        .Where(e => e.Kind == JournalKinds.LineWritten).Select(e => (string)JsonNode.Parse(e.Data!)!["text"]!);

    private IEnumerable<JsonObject> Waiting(WorkflowInstance main, InstanceSnapshot state)
    {
        var types = Activities(_definition.Root).ToDictionary(a => a.Id, a => a.Type);
        foreach (var bookmark in _store.Bookmarks.Where(b => b.InstanceId == main.Id))
        {
            var waiting = new JsonObject { ["activity"] = types[bookmark.ActivityId] };
            if (types[bookmark.ActivityId] == "Elsa.Event")
                waiting["event"] = bookmark.Stimulus;
            else
                waiting["task"] = (string?)JsonNode.Parse(_store.Journal.Last(e => e.Kind == JournalKinds.TaskRequested && e.ExecutionId == bookmark.Key).Data!)!["task"];
            yield return waiting;
        }

        foreach (var timer in _store.Timers.Where(t => t.InstanceId == main.Id))
        {
            yield return new JsonObject
            {
                ["activity"] = types[timer.ActivityId],
                ["dueInSeconds"] = Armed(timer).TotalSeconds,
            };
        }

        foreach (var id in state.OpenActivities.Where(id => types[id] is "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow"))
            yield return new JsonObject { ["activity"] = types[id] };
    }

    // The recorder notes the span a timer was armed for, not what is left of it.
    private TimeSpan Armed(Timers.WorkflowTimer timer)
    {
        var entry = _store.Journal.Last(e => e.Kind == JournalKinds.TimerArmed && e.ExecutionId == timer.ExecutionId);
        return timer.DueAt - entry.At;
    }

    private static IEnumerable<ActivityDefinition> Activities(ActivityDefinition activity) =>
        activity.Activities.SelectMany(Activities).Prepend(activity);

    private static JsonObject Load(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
