using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Timers;

/// <summary>Mends stored timers that do not agree with the state of their instance. For the host's reconciliation only.</summary>
public interface ITimerRepair
{
    /// <summary>Removes a timer that no activity waits for; the instance's journal, if there is an instance, keeps the reason.</summary>
    Task DropTimerAsync(Burst burst, WorkflowTimer timer, string reason, CancellationToken cancellation = default);

    /// <summary>Puts back a timer that the instance's state counts and the store has lost; the journal keeps the reason.</summary>
    /// <exception cref="InvalidOperationException">The execution is not under way.</exception>
    Task RestoreTimerAsync(
        Burst burst, string instanceId, string executionId, string name, DateTimeOffset dueAt, string? rule, string reason, CancellationToken cancellation = default);
}
