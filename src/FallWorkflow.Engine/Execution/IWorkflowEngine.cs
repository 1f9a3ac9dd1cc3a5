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

    /// <summary>Cancels an instance with its children, bookmarks and timers. False if it is not running.</summary>
    Task<bool> CancelAsync(Burst burst, string instanceId, string reason, CancellationToken cancellation = default);

    /// <summary>Moves a timer that still waits; writes old and new instant with the reason to the journal.</summary>
    Task MoveTimerAsync(
        Burst burst, Timers.WorkflowTimer timer, DateTimeOffset dueAt, string? rule, string reason, CancellationToken cancellation = default);
}
