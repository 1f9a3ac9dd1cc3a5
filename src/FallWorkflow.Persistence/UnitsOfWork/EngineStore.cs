using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Rows;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>The engine's view of a unit of work.</summary>
internal sealed class EngineStore(RowSession rows) : IEngineStore
{
    public ValueTask<WorkflowInstance?> FindInstanceAsync(string instanceId, CancellationToken cancellation = default) =>
        rows.FindAsync<WorkflowInstance>(instanceId, cancellation);

    public ValueTask<IReadOnlyList<WorkflowInstance>> FindInstancesAsync(
        string correlationId, string? definitionId = null, bool runningOnly = true, CancellationToken cancellation = default)
    {
        var (query, values) = runningOnly
            ? (rows.Model.Query<WorkflowInstance>(nameof(WorkflowInstance.CorrelationId), nameof(WorkflowInstance.Status)), new object?[] { correlationId, WorkflowStatus.Running })
            : (rows.Model.Query<WorkflowInstance>(nameof(WorkflowInstance.CorrelationId)), [correlationId]);
        return rows.ListAsync(
            query, values,
            i => i.CorrelationId == correlationId
                && (definitionId == null || i.DefinitionId == definitionId)
                && (!runningOnly || i.Status == WorkflowStatus.Running),
            i => i.CreatedAt, cancellation);
    }

    public async ValueTask<IReadOnlyList<Bookmark>> FindBookmarksAsync(
        string stimulus, string? key, string? correlationId, CancellationToken cancellation = default)
    {
        // The key is compared here: a correlation has few bookmarks for one stimulus, and a bookmark without key meets every key.
        var (query, values) = correlationId is null
            ? (rows.Model.Query<Bookmark>(nameof(Bookmark.Stimulus)), new object?[] { stimulus })
            : (rows.Model.Query<Bookmark>(nameof(Bookmark.CorrelationId), nameof(Bookmark.Stimulus)), [correlationId, stimulus]);
        // Whom a stimulus reaches by its correlation is loaded next; one without goes to so many that each is better loaded in its turn.
        if (correlationId is not null)
            await rows.LoadAsync<Bookmark, WorkflowInstance>(query, values, nameof(Bookmark.InstanceId), cancellation);
        return await rows.ListAsync(
            query, values,
            b => b.Stimulus == stimulus
                && (b.Key == null || b.Key == key)
                && (correlationId == null || b.CorrelationId == correlationId),
            b => b.CreatedAt, cancellation);
    }

    public ValueTask<IReadOnlyList<Bookmark>> BookmarksOfAsync(string instanceId, CancellationToken cancellation = default) => rows.ListAsync(
        rows.Model.Query<Bookmark>(nameof(Bookmark.InstanceId)), [instanceId], b => b.InstanceId == instanceId, b => b.CreatedAt, cancellation);

    public ValueTask<WorkflowTimer?> FindTimerAsync(string timerId, CancellationToken cancellation = default) =>
        rows.FindAsync<WorkflowTimer>(timerId, cancellation);

    public ValueTask<IReadOnlyList<WorkflowTimer>> TimersOfAsync(string instanceId, CancellationToken cancellation = default) => rows.ListAsync(
        rows.Model.Query<WorkflowTimer>(nameof(WorkflowTimer.InstanceId)), [instanceId], t => t.InstanceId == instanceId, InOrderOfArming, cancellation);

    public ValueTask<IReadOnlyList<WorkflowTimer>> TimersByCorrelationAsync(string correlationId, CancellationToken cancellation = default) => rows.ListAsync(
        rows.Model.Query<WorkflowTimer>(nameof(WorkflowTimer.CorrelationId)), [correlationId], t => t.CorrelationId == correlationId, InOrderOfArming, cancellation);

    public void Add(WorkflowInstance instance) => rows.Add(instance);

    public void Add(Bookmark bookmark) => rows.Add(bookmark);

    public void Remove(Bookmark bookmark) => rows.Remove(bookmark);

    public void Add(WorkflowTimer timer) => rows.Add(timer);

    public void Remove(WorkflowTimer timer) => rows.Remove(timer);

    public void Add(HttpCall call) => rows.Add(call);

    public ValueTask<HttpCall?> FindHttpCallAsync(string callId, CancellationToken cancellation = default) =>
        rows.FindAsync<HttpCall>(callId, cancellation);

    public void Remove(HttpCall call) => rows.Remove(call);

    public void Append(JournalEntry entry) => rows.Add(entry);

    /// <summary>As the store in memory does, so that a simulated process decides like the real one.</summary>
    private static int InOrderOfArming(WorkflowTimer timer) => 0;
}
