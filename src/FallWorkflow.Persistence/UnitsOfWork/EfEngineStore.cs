using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Http;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>The engine's view of a unit of work.</summary>
internal sealed class EfEngineStore(FallWorkflowDbContext context, StoreGuard guard) : IEngineStore
{
    public async ValueTask<WorkflowInstance?> FindInstanceAsync(string instanceId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.FindTrackedAsync<WorkflowInstance>(instanceId, cancellation));

    public async ValueTask<IReadOnlyList<WorkflowInstance>> FindInstancesAsync(
        string correlationId, string? definitionId = null, bool runningOnly = true, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.ListAsync<WorkflowInstance, DateTimeOffset>(
            i => i.CorrelationId == correlationId
                && (definitionId == null || i.DefinitionId == definitionId)
                && (!runningOnly || i.Status == WorkflowStatus.Running),
            i => i.CreatedAt,
            cancellation));

    public async ValueTask<IReadOnlyList<Bookmark>> FindBookmarksAsync(
        string stimulus, string? key, string? correlationId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.ListAsync<Bookmark, DateTimeOffset>(
            b => b.Stimulus == stimulus
                && (b.Key == null || b.Key == key)
                && (correlationId == null || b.CorrelationId == correlationId),
            b => b.CreatedAt,
            cancellation));

    public async ValueTask<IReadOnlyList<Bookmark>> BookmarksOfAsync(string instanceId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.ListAsync<Bookmark, DateTimeOffset>(b => b.InstanceId == instanceId, b => b.CreatedAt, cancellation));

    public async ValueTask<WorkflowTimer?> FindTimerAsync(string timerId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.FindTrackedAsync<WorkflowTimer>(timerId, cancellation));

    public async ValueTask<IReadOnlyList<WorkflowTimer>> TimersOfAsync(string instanceId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.ListAsync<WorkflowTimer, int>(t => t.InstanceId == instanceId, InOrderOfArming, cancellation));

    public async ValueTask<IReadOnlyList<WorkflowTimer>> TimersByCorrelationAsync(string correlationId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.ListAsync<WorkflowTimer, int>(t => t.CorrelationId == correlationId, InOrderOfArming, cancellation));

    public void Add(WorkflowInstance instance) => context.AddInOrder(instance);

    public void Add(Bookmark bookmark) => context.AddInOrder(bookmark);

    public void Remove(Bookmark bookmark) => context.Remove(bookmark);

    public void Add(WorkflowTimer timer) => context.AddInOrder(timer);

    public void Remove(WorkflowTimer timer) => context.Remove(timer);

    public void Add(HttpCall call) => context.Add(call);

    public async ValueTask<HttpCall?> FindHttpCallAsync(string callId, CancellationToken cancellation = default) =>
        await guard.RunAsync(() => context.FindTrackedAsync<HttpCall>(callId, cancellation));

    public void Remove(HttpCall call) => context.Remove(call);

    public void Append(JournalEntry entry) => context.Add(entry);

    /// <summary>As the store in memory does, so that a simulated process decides like the real one.</summary>
    private static int InOrderOfArming(WorkflowTimer timer) => 0;
}
