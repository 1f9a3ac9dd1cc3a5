using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Replay;

/// <summary>A store in memory whose journal is compared instead of kept.</summary>
internal sealed class ReplayStore(JournalCursor cursor) : IEngineStore
{
    private readonly InMemoryEngineStore _inner = new() { KeepsJournal = false };

    public ValueTask<WorkflowInstance?> FindInstanceAsync(string instanceId, CancellationToken cancellation = default) =>
        _inner.FindInstanceAsync(instanceId, cancellation);

    public ValueTask<IReadOnlyList<WorkflowInstance>> FindInstancesAsync(
        string correlationId, string? definitionId = null, bool runningOnly = true, CancellationToken cancellation = default) =>
        _inner.FindInstancesAsync(correlationId, definitionId, runningOnly, cancellation);

    public ValueTask<IReadOnlyList<Bookmark>> FindBookmarksAsync(
        string stimulus, string? key, string? correlationId, CancellationToken cancellation = default) =>
        _inner.FindBookmarksAsync(stimulus, key, correlationId, cancellation);

    public ValueTask<IReadOnlyList<Bookmark>> BookmarksOfAsync(string instanceId, CancellationToken cancellation = default) =>
        _inner.BookmarksOfAsync(instanceId, cancellation);

    public ValueTask<WorkflowTimer?> FindTimerAsync(string timerId, CancellationToken cancellation = default) => _inner.FindTimerAsync(timerId, cancellation);

    public ValueTask<IReadOnlyList<WorkflowTimer>> TimersOfAsync(string instanceId, CancellationToken cancellation = default) =>
        _inner.TimersOfAsync(instanceId, cancellation);

    public ValueTask<IReadOnlyList<WorkflowTimer>> TimersByCorrelationAsync(string correlationId, CancellationToken cancellation = default) =>
        _inner.TimersByCorrelationAsync(correlationId, cancellation);

    public void Add(WorkflowInstance instance) => _inner.Add(instance);

    public void Add(Bookmark bookmark) => _inner.Add(bookmark);

    public void Remove(Bookmark bookmark) => _inner.Remove(bookmark);

    public void Add(WorkflowTimer timer) => _inner.Add(timer);

    public void Remove(WorkflowTimer timer) => _inner.Remove(timer);

    public ValueTask<HttpCall?> FindHttpCallAsync(string callId, CancellationToken cancellation = default) => _inner.FindHttpCallAsync(callId, cancellation);

    public void Add(HttpCall call) => _inner.Add(call);

    public void Remove(HttpCall call) => _inner.Remove(call);

    public void Moved(WorkflowTimer timer) => _inner.Moved(timer);

    public void Recorrelated(WorkflowInstance instance, string? before) => _inner.Recorrelated(instance, before);

    public void Append(JournalEntry entry) => cursor.Compare(entry);
}
