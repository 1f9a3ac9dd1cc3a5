using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// The small port through which the host talks to the engine. All methods work inside the caller's transaction
/// (<see cref="Burst"/>) and return when every touched instance waits again or has ended.
/// </summary>
public interface IWorkflowEngine
{
    /// <summary>Starts the published version of a definition.</summary>
    /// <exception cref="DefinitionNotFoundException">No published version exists.</exception>
    Task<WorkflowInstance> StartAsync(
        Burst burst, string definitionId, string? correlationId, JsonObject? input = null, CancellationToken cancellation = default);

    /// <summary>Resumes everything that waits for the stimulus and starts what has it as trigger. Returns how many instances it reached.</summary>
    Task<int> PublishAsync(Burst burst, Stimulus stimulus, CancellationToken cancellation = default);

    /// <summary>Fires a due timer. False if the timer is gone or not due by the burst's clock (nothing happens then).</summary>
    Task<bool> FireTimerAsync(Burst burst, string timerId, CancellationToken cancellation = default);

    /// <summary>
    /// Starts an instance of the published version whose schedule is due; it gets <c>Schedule</c> and <c>DueAt</c> as inputs and
    /// has no correlation. Null if the published version no longer has this trigger.
    /// </summary>
    Task<WorkflowInstance?> FireScheduleAsync(Burst burst, Timers.ScheduleTrigger trigger, CancellationToken cancellation = default);

    /// <summary>Cancels a running or faulted instance with its children, bookmarks and timers. False if it has ended otherwise.</summary>
    Task<bool> CancelAsync(Burst burst, string instanceId, string reason, CancellationToken cancellation = default);

    /// <summary>
    /// Does the failed step of a faulted instance again, with the same input that reached it. What came meanwhile takes effect afterwards.
    /// False if the instance is not faulted or the incident has been dealt with.
    /// </summary>
    /// <param name="executionId">One incident of several (<see cref="Incident.ExecutionId"/>); null: all of them.</param>
    Task<bool> RetryAsync(
        Burst burst, string instanceId, string? executionId, Intervention intervention, CancellationToken cancellation = default);

    /// <summary>
    /// Leaves the failed activity by an outcome of choice, as if it had come to it; its own waits and tasks are dropped.
    /// False if the instance is not faulted or the incident has been dealt with.
    /// </summary>
    /// <param name="outcome">One of <see cref="IncidentReport.Outcomes"/>.</param>
    /// <param name="outputs">Values of outputs by name; what is left out stays as it was.</param>
    /// <exception cref="ArgumentException">The activity has no such outcome.</exception>
    Task<bool> SkipAsync(
        Burst burst, string instanceId, string executionId, string outcome, JsonObject? outputs, Intervention intervention,
        CancellationToken cancellation = default);

    /// <summary>What people call the process that an instance runs; its id if its version has no name or is not known.</summary>
    string NameOf(WorkflowInstance instance);

    /// <summary>The open incidents of a faulted instance with what can be done about them; empty if there are none.</summary>
    IReadOnlyList<IncidentReport> IncidentsOf(WorkflowInstance instance);

    /// <summary>
    /// Moves a running or faulted instance to another version of its definition. Nothing is changed if there are obstacles.
    /// Finished steps never run again; open ones go on with their bookmarks, timers and ids.
    /// </summary>
    /// <param name="fromVersionId">Version the instance must be of; another one is an obstacle, so that repeating a move does nothing.</param>
    /// <exception cref="DefinitionNotFoundException">The target version does not exist.</exception>
    Task<Migration.MigrationResult> MigrateAsync(
        Burst burst, string instanceId, string fromVersionId, Migration.MigrationPlan plan, Intervention intervention,
        CancellationToken cancellation = default);

    /// <summary>
    /// Takes a move back: what it changed is put back exactly as it was, what it began ends. Only for a correlation in which nothing
    /// has happened since, which the host must know; the journal keeps both.
    /// </summary>
    Task UndoMoveAsync(Burst burst, Migration.MoveRecord record, Intervention intervention, CancellationToken cancellation = default);

    /// <summary>Moves a timer that still waits; writes old and new instant with the reason to the journal.</summary>
    Task MoveTimerAsync(
        Burst burst, Timers.WorkflowTimer timer, DateTimeOffset dueAt, string? rule, string reason, CancellationToken cancellation = default);
}
