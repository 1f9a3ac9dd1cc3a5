using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>An instance with its state as objects, for the length of a burst.</summary>
internal sealed class InstanceRun(WorkflowInstance instance, DefinitionPlan plan, IEngineStore store, List<InstanceRun> touched)
{
    private List<Bookmark>? _bookmarks;
    private List<WorkflowTimer>? _timers;
    private int _call;
    private int _steps;

    public WorkflowInstance Instance { get; } = instance;

    public DefinitionPlan Plan { get; } = plan;

    /// <summary>Values of the workflow's variables, by variable id.</summary>
    public Dictionary<string, JsonNode?> Variables { get; } = new(StringComparer.Ordinal);

    public JsonObject Input { get; set; } = [];

    public JsonObject Output { get; set; } = [];

    /// <summary>Outputs of earlier activities by activity name and output name; kept only if an expression can ask for them.</summary>
    public JsonObject Results { get; set; } = [];

    public JsonNode? LastResult { get; set; }

    public List<Incident> Incidents { get; } = [];

    public List<string> Children { get; } = [];

    /// <summary>What reached the instance while it, or the activity meant, stood still because of an incident; in order.</summary>
    public List<Held> Held { get; } = [];

    public Dictionary<string, ActivityExecution> Executions { get; } = new(StringComparer.Ordinal);

    /// <summary>Null once the root has completed; activities that were left behind may still keep the instance running.</summary>
    public ActivityExecution? Root { get; set; }

    /// <summary>Executions whose container ended before they had their turn.</summary>
    public List<ActivityExecution> LeftBehind { get; } = [];

    public string? TriggerActivityId { get; set; }

    /// <summary>Payload of the stimulus that started the instance, until its trigger has run.</summary>
    public JsonNode? TriggerPayload { get; set; }

    public long Counter { get; set; }

    /// <summary>Scheduled steps of this instance in the burst's queue.</summary>
    public int Pending { get; set; }

    /// <summary>State has changed since it was last written.</summary>
    public bool Touched { get; private set; }

    /// <summary>What this run last read or wrote; another text in the instance means somebody else wrote in between.</summary>
    public string? KnownJson { get; set; }

    public bool IsRunning => Instance.Status == WorkflowStatus.Running;

    /// <summary>Stopped by an incident with everything it was in the middle of; may go on by retry or skip.</summary>
    public bool IsParked => Instance is { Status: WorkflowStatus.Finished, SubStatus: WorkflowSubStatus.Faulted } && (Root is not null || LeftBehind.Count > 0);

    /// <summary>Counts a step of the current call; every instance has a count of its own, so that one in a circle stops alone.</summary>
    public int CountStep(int call)
    {
        if (_call != call)
            (_call, _steps) = (call, 0);
        return ++_steps;
    }

    public string NextId() => $"{Instance.Id}.{++Counter}";

    public void Touch()
    {
        if (Touched)
            return;
        Touched = true;
        touched.Add(this);
    }

    /// <summary>The state has been written.</summary>
    public void Written(string json)
    {
        KnownJson = Instance.StateJson = json;
        Touched = false;
    }

    public void Journal(DateTimeOffset at, string kind, ActivityExecution? execution = null, JsonNode? data = null)
    {
        Touch();
        store.Append(new JournalEntry
        {
            InstanceId = Instance.Id,
            Sequence = ++Instance.LastSequence,
            At = at,
            Kind = kind,
            CorrelationId = Instance.CorrelationId,
            ActivityId = execution?.Node.Key,
            ActivityType = execution?.Node.Definition.Type,
            ExecutionId = execution?.Id,
            Data = data?.ToJsonString(Json.Compact),
        });
    }

    public ActivityExecution NewExecution(PlanNode node, ActivityExecution? parent, bool backward = false)
    {
        var execution = new ActivityExecution { Id = NextId(), Node = node, Parent = parent, Backward = backward };
        Attach(execution);
        Touch();
        return execution;
    }

    public void Attach(ActivityExecution execution)
    {
        Executions[execution.Id] = execution;
        if (execution.LeftBehind)
            LeftBehind.Add(execution);
        else if (execution.Parent is null)
            Root = execution;
        else
            execution.Parent.Children.Add(execution);
    }

    public void Detach(ActivityExecution execution)
    {
        execution.Ended = true;
        Executions.Remove(execution.Id);
        if (execution.LeftBehind)
            LeftBehind.Remove(execution);
        else if (execution.Parent is { } parent)
            parent.Children.Remove(execution);
        else
            Root = null;
    }

    /// <summary>The container of a scheduled execution has ended; it keeps its turn.</summary>
    public void LeaveBehind(ActivityExecution execution)
    {
        execution.Parent?.Children.Remove(execution);
        execution.LeftBehind = true;
        LeftBehind.Add(execution);
    }

    public async ValueTask<List<Bookmark>> BookmarksAsync(CancellationToken cancellation) =>
        _bookmarks ??= [.. await store.BookmarksOfAsync(Instance.Id, cancellation)];

    public async ValueTask<List<WorkflowTimer>> TimersAsync(CancellationToken cancellation) =>
        _timers ??= [.. await store.TimersOfAsync(Instance.Id, cancellation)];

    /// <summary>A timer of an execution; its timers must have been read (<see cref="TimersAsync"/>) if it has any.</summary>
    public WorkflowTimer? Timer(ActivityExecution execution, string name)
    {
        if (execution.Timers == 0 || _timers is null)
            return null;
        foreach (var timer in _timers)
        {
            if (timer.ExecutionId == execution.Id && timer.Name == name)
                return timer;
        }

        return null;
    }

    public void Add(Bookmark bookmark)
    {
        store.Add(bookmark);
        _bookmarks?.Add(bookmark);
        Touch();
    }

    public void Add(WorkflowTimer timer)
    {
        store.Add(timer);
        _timers?.Add(timer);
        Touch();
    }

    public void Remove(Bookmark bookmark)
    {
        store.Remove(bookmark);
        _bookmarks?.RemoveAll(b => b.Id == bookmark.Id);
        if (Executions.TryGetValue(bookmark.ExecutionId, out var execution))
            execution.Bookmarks--;
        Touch();
    }

    public void Remove(WorkflowTimer timer)
    {
        store.Remove(timer);
        _timers?.RemoveAll(t => t.Id == timer.Id);
        if (Executions.TryGetValue(timer.ExecutionId, out var execution))
            execution.Timers--;
        Touch();
    }
}
