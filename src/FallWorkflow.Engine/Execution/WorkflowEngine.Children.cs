using System.Text.Json.Nodes;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Execution;

// Children that run before their parent goes on.
public sealed partial class WorkflowEngine
{
    /// <summary>Deepest nesting of ExecuteWorkflow in one burst; a workflow that executes itself without end stops there.</summary>
    private const int MaxDepth = 32;

    /// <summary>
    /// Starts a child and runs it until it waits or has ended, before anything else of the burst. If it ended, the parent's
    /// execution is not resumed by it but goes on by itself.
    /// </summary>
    internal async Task<WorkflowInstance> RunChildAsync(
        BurstSession session, InstanceRun parentRun, ActivityExecution parent, string definitionId, JsonObject input, string? correlationId,
        bool wait, CancellationToken cancellation)
    {
        if (session.Depth >= MaxDepth)
            throw new InvalidOperationException($"Workflows execute one another more than {MaxDepth} levels deep.");
        var outer = session.Steps;
        session.Steps = new Queue<Step>();
        session.Depth++;
        List<Step> parents = [];
        try
        {
            var child = StartChild(session, parentRun, parent, definitionId, input, correlationId, wait);
            while (session.Steps.TryDequeue(out var step))
            {
                if (step.Run == child)
                    await StepAsync(session, step, cancellation);
                else if (step.Run == parentRun && step.Execution == parent && step.Resumption?.Child == child.Instance)
                    parentRun.Pending--;
                else
                    parents.Add(step);
            }

            if (child is { IsRunning: true, Instance.SubStatus: not WorkflowSubStatus.Suspended })
            {
                child.Instance.SubStatus = WorkflowSubStatus.Suspended;
                child.Journal(Now, JournalKinds.InstanceSuspended);
            }

            return child.Instance;
        }
        finally
        {
            session.Depth--;
            session.Steps = outer;
            foreach (var step in parents)
                outer.Enqueue(step);
        }
    }
}
