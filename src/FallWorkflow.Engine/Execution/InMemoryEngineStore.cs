using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// A store in memory for simulation and tests. Bookmarks are found by stimulus and correlation, timers by due instant,
/// without looking at the others. A burst may be undone: <see cref="Begin"/>, then <see cref="Rollback"/> or
/// <see cref="Commit"/>; outside of that every change counts at once. Not for concurrent use.
/// </summary>
public sealed class InMemoryEngineStore : IEngineStore, IEarlyStimulusStore
{
    private readonly Dictionary<string, WorkflowInstance> _instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorkflowInstance>> _instancesByCorrelation = new(StringComparer.Ordinal);
    private readonly BookmarkIndex _bookmarks = new();
    private readonly Dictionary<string, WorkflowTimer> _timers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorkflowTimer>> _timersByInstance = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorkflowTimer>> _timersByCorrelation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HttpCall> _calls = new(StringComparer.Ordinal);
    private readonly PriorityQueue<WorkflowTimer, (DateTimeOffset Due, long Order)> _due = new();
    private readonly List<JournalEntry> _journal = [];
    private readonly List<Stimulus> _early = [];
    private Stack<Action>? _undo;
    private HashSet<object>? _saved;
    private long _order;

    public IReadOnlyCollection<WorkflowInstance> Instances => _instances.Values;

    public IReadOnlyCollection<WorkflowTimer> Timers => _timers.Values;

    /// <summary>Requests that nobody has answered yet.</summary>
    public IReadOnlyCollection<HttpCall> HttpCalls => _calls.Values;

    public IReadOnlyCollection<Bookmark> Bookmarks => _bookmarks.All;

    public IReadOnlyList<JournalEntry> Journal => _journal;

    public IReadOnlyList<Stimulus> EarlyStimuli => [.. _early];

    /// <summary>Off, only faults are kept of the journal: a long simulation that only counts would fill the memory with it.</summary>
    public bool KeepsJournal { get; init; } = true;

    /// <summary>The timer that is due first, if it is due by then; earlier arming wins among equals.</summary>
    public WorkflowTimer? NextDue(DateTimeOffset until)
    {
        while (_due.TryPeek(out var timer, out var at))
        {
            // Entries of removed and moved timers are left behind and fall out here.
            if (_timers.TryGetValue(timer.Id, out var current) && ReferenceEquals(current, timer) && timer.DueAt == at.Due)
                return at.Due <= until ? timer : null;
            _due.Dequeue();
        }

        return null;
    }

    /// <summary>Changes from here on can be undone.</summary>
    /// <exception cref="InvalidOperationException">A unit of work is already open.</exception>
    public void Begin()
    {
        if (_undo is not null)
            throw new InvalidOperationException("A unit of work is already open.");
        _undo = new Stack<Action>();
        _saved = new HashSet<object>(ReferenceEqualityComparer.Instance);
    }

    public void Commit()
    {
        _undo = null;
        _saved = null;
    }

    /// <summary>Undoes every change since <see cref="Begin"/>.</summary>
    public void Rollback()
    {
        var undo = _undo;
        Commit();
        while (undo is not null && undo.TryPop(out var action))
            action();
    }

    public ValueTask<WorkflowInstance?> FindInstanceAsync(string instanceId, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_instances.TryGetValue(instanceId, out var found) ? Tracked(found) : null);

    public ValueTask<IReadOnlyList<WorkflowInstance>> FindInstancesAsync(
        string correlationId, string? definitionId = null, bool runningOnly = true, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<WorkflowInstance>>(
            [.. Of(_instancesByCorrelation, correlationId)
                .Where(i => (definitionId is null || i.DefinitionId == definitionId) && (!runningOnly || i.Status == WorkflowStatus.Running))
                .Select(Tracked)]);

    public ValueTask<IReadOnlyList<Bookmark>> FindBookmarksAsync(
        string stimulus, string? key, string? correlationId, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<Bookmark>>(_bookmarks.Find(stimulus, key, correlationId));

    public ValueTask<IReadOnlyList<Bookmark>> BookmarksOfAsync(string instanceId, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<Bookmark>>([.. _bookmarks.OfInstance(instanceId).Select(Tracked)]);

    public ValueTask<WorkflowTimer?> FindTimerAsync(string timerId, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_timers.TryGetValue(timerId, out var found) ? Tracked(found) : null);

    public ValueTask<IReadOnlyList<WorkflowTimer>> TimersOfAsync(string instanceId, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<WorkflowTimer>>([.. Of(_timersByInstance, instanceId).Select(Tracked)]);

    public ValueTask<IReadOnlyList<WorkflowTimer>> TimersByCorrelationAsync(string correlationId, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<WorkflowTimer>>([.. Of(_timersByCorrelation, correlationId).Select(Tracked)]);

    public void Add(WorkflowInstance instance)
    {
        _instances.Add(instance.Id, instance);
        _saved?.Add(instance);
        Put(_instancesByCorrelation, instance.CorrelationId, instance);
        Undo(() =>
        {
            _instances.Remove(instance.Id);
            Take(_instancesByCorrelation, instance.CorrelationId, instance);
        });
    }

    public void Recorrelated(WorkflowInstance instance, string? before)
    {
        var now = instance.CorrelationId;
        Take(_instancesByCorrelation, before, instance);
        Put(_instancesByCorrelation, now, instance);
        Undo(() =>
        {
            Take(_instancesByCorrelation, now, instance);
            Put(_instancesByCorrelation, before, instance);
            instance.CorrelationId = before;
        });
    }

    public void Add(Bookmark bookmark)
    {
        _bookmarks.Add(bookmark);
        Undo(() => _bookmarks.Remove(bookmark));
    }

    public void Remove(Bookmark bookmark)
    {
        if (_bookmarks.Remove(bookmark))
            Undo(() => _bookmarks.Add(bookmark));
    }

    public void Add(WorkflowTimer timer)
    {
        Insert(timer);
        _saved?.Add(timer);
        Undo(() => Delete(timer));
    }

    public void Remove(WorkflowTimer timer)
    {
        if (Delete(timer))
            Undo(() => Insert(timer));
    }

    public void Add(HttpCall call)
    {
        _calls.Add(call.Id, call);
        Undo(() => _calls.Remove(call.Id));
    }

    public ValueTask<HttpCall?> FindHttpCallAsync(string callId, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_calls.GetValueOrDefault(callId));

    public void Remove(HttpCall call)
    {
        if (_calls.Remove(call.Id))
            Undo(() => _calls.Add(call.Id, call));
    }

    public void Moved(WorkflowTimer timer) => _due.Enqueue(timer, (timer.DueAt, ++_order));

    public void Keep(Stimulus stimulus)
    {
        _early.Add(stimulus);
        Undo(() => _early.RemoveAt(_early.Count - 1));
    }

    public void Forget(Stimulus stimulus)
    {
        var place = _early.FindIndex(kept => ReferenceEquals(kept, stimulus));
        if (place < 0)
            return;
        _early.RemoveAt(place);
        Undo(() => _early.Insert(place, stimulus));
    }

    public void Append(JournalEntry entry)
    {
        if (!KeepsJournal && entry.Kind != JournalKinds.ActivityFaulted)
            return;
        _journal.Add(entry);
        Undo(() => _journal.RemoveAt(_journal.Count - 1));
    }

    private void Insert(WorkflowTimer timer)
    {
        _timers.Add(timer.Id, timer);
        Put(_timersByInstance, timer.InstanceId, timer);
        Put(_timersByCorrelation, timer.CorrelationId, timer);
        Moved(timer);
    }

    private bool Delete(WorkflowTimer timer)
    {
        if (!_timers.Remove(timer.Id))
            return false;
        Take(_timersByInstance, timer.InstanceId, timer);
        Take(_timersByCorrelation, timer.CorrelationId, timer);
        return true;
    }

    // Objects are changed in place, so what they were is noted when they are handed out.
    private WorkflowInstance Tracked(WorkflowInstance instance)
    {
        if (_undo is null || !_saved!.Add(instance))
            return instance;
        var (version, number, correlation, name, status) =
            (instance.DefinitionVersionId, instance.Version, instance.CorrelationId, instance.Name, instance.Status);
        var (subStatus, updated, finished, state, sequence) =
            (instance.SubStatus, instance.UpdatedAt, instance.FinishedAt, instance.StateJson, instance.LastSequence);
        Undo(() =>
        {
            (instance.DefinitionVersionId, instance.Version, instance.CorrelationId, instance.Name, instance.Status) =
                (version, number, correlation, name, status);
            (instance.SubStatus, instance.UpdatedAt, instance.FinishedAt, instance.StateJson, instance.LastSequence) =
                (subStatus, updated, finished, state, sequence);
        });
        return instance;
    }

    private WorkflowTimer Tracked(WorkflowTimer timer)
    {
        if (_undo is null || !_saved!.Add(timer))
            return timer;
        var (due, rule, owner, until, fence) = (timer.DueAt, timer.Rule, timer.LeaseOwner, timer.LeaseUntil, timer.Fence);
        var activity = timer.ActivityId;
        Undo(() =>
        {
            (timer.DueAt, timer.Rule, timer.LeaseOwner, timer.LeaseUntil, timer.Fence) = (due, rule, owner, until, fence);
            timer.ActivityId = activity;
            Moved(timer);
        });
        return timer;
    }

    private Bookmark Tracked(Bookmark bookmark)
    {
        if (_undo is null || !_saved!.Add(bookmark))
            return bookmark;
        var activity = bookmark.ActivityId;
        Undo(() => bookmark.ActivityId = activity);
        return bookmark;
    }

    private void Undo(Action action) => _undo?.Push(action);

    private static List<T> Of<T>(Dictionary<string, List<T>> index, string key) => index.TryGetValue(key, out var found) ? found : [];

    private static void Put<T>(Dictionary<string, List<T>> index, string? key, T item)
    {
        if (key is null)
            return;
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        list.Add(item);
    }

    private static void Take<T>(Dictionary<string, List<T>> index, string? key, T item)
    {
        if (key is null || !index.TryGetValue(key, out var list))
            return;
        list.Remove(item);
        if (list.Count == 0)
            index.Remove(key);
    }
}
