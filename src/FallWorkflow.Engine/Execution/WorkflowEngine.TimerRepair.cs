using System.Text.Json.Nodes;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

// Timers that do not agree with the state of their instance.
public sealed partial class WorkflowEngine : ITimerRepair
{
    public async Task DropTimerAsync(Burst burst, WorkflowTimer timer, string reason, CancellationToken cancellation = default)
    {
        var session = Session(burst);
        if (await LoadAsync(session, timer.InstanceId, cancellation) is { } run)
        {
            run.Journal(Now, JournalKinds.TimerDropped, run.Executions.GetValueOrDefault(timer.ExecutionId), new JsonObject
            {
                ["timer"] = timer.Name,
                ["due"] = timer.DueAt,
                ["reason"] = reason,
            });
        }

        // Not by the run: its state never counted this timer.
        burst.Store.Remove(timer);
        Save(session);
    }

    public async Task RestoreTimerAsync(
        Burst burst, string instanceId, string executionId, string name, DateTimeOffset dueAt, string? rule, string reason, CancellationToken cancellation = default)
    {
        var session = Session(burst);
        if (await LoadAsync(session, instanceId, cancellation) is not { IsRunning: true } run || !run.Executions.TryGetValue(executionId, out var execution))
            throw new InvalidOperationException($"Execution '{executionId}' of instance {instanceId} is not under way.");

        // Not by the run: its state counts this timer already.
        burst.Store.Add(new WorkflowTimer
        {
            Id = run.NextId(),
            InstanceId = instanceId,
            ExecutionId = executionId,
            ActivityId = execution.Node.Definition.Id,
            Name = name,
            CorrelationId = run.Instance.CorrelationId,
            DueAt = dueAt.ToUniversalTime(),
            Rule = rule,
        });
        var data = new JsonObject { ["timer"] = name, ["due"] = dueAt.ToUniversalTime(), ["reason"] = reason };
        if (rule is not null)
            data["rule"] = rule;
        run.Journal(Now, JournalKinds.TimerArmed, execution, data);
        Save(session);
    }
}
