using FallWorkflow.Engine.Activities.BuiltIn;

namespace FallWorkflow.Engine.Execution;

// Instances that are open but wait for nothing: in token mode, a join whose branch nobody took. Nothing will ever wake them.
public sealed partial class WorkflowEngine
{
    /// <summary>Activities that wait for a branch that never comes, by id; empty unless the whole instance can never go on.</summary>
    internal IReadOnlyList<string> StuckIn(IEngineStore store, WorkflowInstance instance)
    {
        if (instance is not { Status: WorkflowStatus.Running } || _catalog.FindVersion(instance.DefinitionVersionId) is not { } definition)
            return [];
        var run = new InstanceRun(instance, Plan(definition), store, []);
        InstanceState.Read(run);
        return [.. Stuck(run).SelectMany(Waiting).Distinct()];
    }

    /// <summary>Stops the instances of this call that can never go on. True if there was one.</summary>
    private async ValueTask<bool> FaultStuckAsync(BurstSession session, CancellationToken cancellation)
    {
        // An activity that calls the engine from its own step neither waits nor has completed: that is not stuck.
        if (!Options.StuckIsIncident || session.InActivity > 0)
            return false;
        var found = false;
        foreach (var run in session.Touched.Where(r => r.Touched).ToArray())
        {
            var stuck = Stuck(run);
            if (stuck.Count == 0)
                continue;
            foreach (var execution in stuck)
            {
                AddIncident(run, execution, new WorkflowStuckException(Waiting(execution)), open: true);
                (execution.Faulted, execution.Ended) = (true, true);
            }

            await ParkAsync(session, run, cancellation);
            found = true;
        }

        return found;
    }

    private static List<ActivityExecution> Stuck(InstanceRun run) =>
        run is { IsRunning: true, Pending: 0 } && run.Executions.Values.All(e => e is { Waits: false, Faulted: false })
            ? [.. run.Executions.Values.Where(e => e is { Started: true, Children.Count: 0 })]
            : [];

    private static IReadOnlyList<string> Waiting(ActivityExecution execution) =>
        execution.Node.Activity is Flowchart && new FlowTokens(execution.State).Targets(execution.Node.Graph(null)) is { Count: > 0 } targets
            ? targets
            : [execution.Node.Definition.Id];
}
