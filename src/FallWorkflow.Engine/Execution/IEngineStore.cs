using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// What one burst reads and writes. The implementation is a unit of work: nothing is visible to others before the
/// owner of the unit of work commits, and a burst sees its own additions and removals at once.
/// Objects that it returns are tracked: changing their properties is saved by the commit.
/// </summary>
public interface IEngineStore
{
    ValueTask<WorkflowInstance?> FindInstanceAsync(string instanceId, CancellationToken cancellation = default);

    /// <summary>Instances with this correlation id; with <paramref name="definitionId"/> only those of that definition.</summary>
    ValueTask<IReadOnlyList<WorkflowInstance>> FindInstancesAsync(
        string correlationId, string? definitionId = null, bool runningOnly = true, CancellationToken cancellation = default);

    /// <summary>
    /// Bookmarks that wait for a stimulus of this name, oldest first. A null correlation id reaches all bookmarks; otherwise only
    /// those with the same correlation id. A bookmark with a key is reached only by a stimulus with the same key;
    /// a bookmark without key is reached by every key.
    /// </summary>
    ValueTask<IReadOnlyList<Bookmark>> FindBookmarksAsync(
        string stimulus, string? key, string? correlationId, CancellationToken cancellation = default);

    ValueTask<IReadOnlyList<Bookmark>> BookmarksOfAsync(string instanceId, CancellationToken cancellation = default);

    ValueTask<WorkflowTimer?> FindTimerAsync(string timerId, CancellationToken cancellation = default);

    ValueTask<IReadOnlyList<WorkflowTimer>> TimersOfAsync(string instanceId, CancellationToken cancellation = default);

    ValueTask<IReadOnlyList<WorkflowTimer>> TimersByCorrelationAsync(string correlationId, CancellationToken cancellation = default);

    void Add(WorkflowInstance instance);

    void Add(Bookmark bookmark);

    void Remove(Bookmark bookmark);

    void Add(WorkflowTimer timer);

    void Remove(WorkflowTimer timer);

    /// <summary>A request to be sent after the commit.</summary>
    void Add(HttpCall call);

    ValueTask<HttpCall?> FindHttpCallAsync(string callId, CancellationToken cancellation = default);

    void Remove(HttpCall call);

    /// <summary>The due instant of a tracked timer has changed. Stores that keep their own order listen; others need not.</summary>
    void Moved(WorkflowTimer timer)
    {
    }

    /// <summary>The correlation id of a tracked instance has changed. Stores that keep their own index listen; others need not.</summary>
    void Recorrelated(WorkflowInstance instance, string? before)
    {
    }

    /// <summary>Appends to the journal; entries are never changed or removed.</summary>
    void Append(JournalEntry entry);
}
