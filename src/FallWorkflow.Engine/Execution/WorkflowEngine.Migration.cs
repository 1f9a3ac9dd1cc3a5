using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Engine.Execution;

// Moving an instance to another version of its definition. Finished steps never run again: only what is open is placed
// anew, with its bookmarks, timers and ids; the counters of its containers are told in the words of the target.
public sealed partial class WorkflowEngine
{
    public async Task<MigrationResult> MigrateAsync(
        Burst burst, string instanceId, string fromVersionId, MigrationPlan plan, Intervention intervention, CancellationToken cancellation = default)
    {
        var target = plan.Draft ?? _catalog.FindVersion(plan.ToVersionId) ?? throw new DefinitionNotFoundException(plan.ToVersionId);
        var session = Session(burst);
        session.Draft = plan.Draft;
        if (await LoadAsync(session, instanceId, cancellation) is not { } run || !(run.IsRunning || run.IsParked))
            return MigrationResult.Refuse(new MigrationObstacle(MigrationObstacleKind.NotOpen));
        if (run.Instance.DefinitionVersionId != fromVersionId || run.Instance.DefinitionId != target.DefinitionId)
            return MigrationResult.Refuse(new MigrationObstacle(MigrationObstacleKind.OtherVersion));

        var move = new InstanceMove(run, Plan(target), plan);
        var obstacles = move.Check();
        if (obstacles.Count > 0)
            return new MigrationResult(false, obstacles, []);

        foreach (var (id, _) in move.Dropped)
            run.Incidents.RemoveAll(i => i.ExecutionId == id);
        Dictionary<string, (ActivityExecution Execution, PlanNode? Instead)> dropped = new(StringComparer.Ordinal);
        foreach (var (id, instead) in move.Dropped)
        {
            dropped[id] = (run.Executions[id], instead);
            await DropAsync(session, run, run.Executions[id], intervention.Reason, cancellation);
        }

        var moved = await ReloadAsync(session, run, move, target, cancellation);
        moved.Journal(Now, JournalKinds.InstanceMigrated, data: Describe(fromVersionId, target, move, intervention));
        var begun = await SettleAsync(session, moved, move, dropped, cancellation);
        if (plan.RecomputesDates)
            await RecomputeAsync(session, moved, cancellation);
        if (moved.IsParked && (moved.Incidents.Count == 0 || moved.Pending > 0))
            Wake(session, moved);
        await DrainAsync(session, cancellation);
        return new MigrationResult(true, [], [.. move.Steps, .. begun.Select(id => new MigratedStep(null, id, MigratedStepKind.Begun))]);
    }

    private async ValueTask<InstanceRun> ReloadAsync(
        BurstSession session, InstanceRun run, InstanceMove move, WorkflowDefinition target, CancellationToken cancellation)
    {
        foreach (var bookmark in await run.BookmarksAsync(cancellation))
        {
            if (move.TargetOf(bookmark.ExecutionId) is { } node)
                bookmark.ActivityId = node.Definition.Id;
        }

        foreach (var timer in await run.TimersAsync(cancellation))
        {
            if (move.TargetOf(timer.ExecutionId) is { } node)
                timer.ActivityId = node.Definition.Id;
        }

        var state = (JsonObject)JsonNode.Parse(InstanceState.Write(run))!;
        run.Instance.DefinitionVersionId = target.Id;
        run.Instance.Version = target.Version;
        run.Written(move.Translate(state).ToJsonString(Json.Compact));
        session.Runs.Remove(run.Instance.Id);
        return (await LoadAsync(session, run.Instance.Id, cancellation))!;
    }

    /// <summary>Lets the flowcharts decide what follows from steps that were given up and connections that are gone.</summary>
    private async ValueTask<List<string>> SettleAsync(
        BurstSession session, InstanceRun run, InstanceMove move, Dictionary<string, (ActivityExecution Execution, PlanNode? Instead)> dropped,
        CancellationToken cancellation)
    {
        List<string> begun = [];
        foreach (var flowchart in run.Executions.Values.Where(e => move.Redrawn.Contains(e.Id)).ToArray())
        {
            var context = new ActivityContext(this, session, run, flowchart, cancellation);
            CounterFlow.Align(context);
            foreach (var (execution, instead) in dropped.Values.Where(d => d.Execution.Parent?.Id == flowchart.Id))
            {
                if (instead is not null)
                    CounterFlow.Begin(context, instead);
                else if (flowchart.Node.Child(execution.Node.Definition.Id) is not null)
                    await CounterFlow.LeaveAsync(context, execution.Node.Definition.Id, [], execution.Backward);
            }

            var before = flowchart.Children.ToHashSet();
            await CounterFlow.DecideAsync(context);
            begun.AddRange(flowchart.Children.Where(c => !before.Contains(c)).Select(c => c.Node.Definition.Id));
            if (flowchart.Children.Count == 0 && !flowchart.Ended)
                await context.CompleteAsync();
        }

        return begun;
    }

    private async ValueTask RecomputeAsync(BurstSession session, InstanceRun run, CancellationToken cancellation)
    {
        foreach (var execution in run.Executions.Values.Where(e => e is { Started: true, Ended: false, Redo: null }).ToArray())
        {
            if (execution.Node.Activity is not IRecomputesDates recomputing)
                continue;
            await run.TimersAsync(cancellation);
            await recomputing.RecomputeAsync(new ActivityContext(this, session, run, execution, cancellation));
        }
    }

    private static JsonObject Describe(string fromVersionId, WorkflowDefinition target, InstanceMove move, Intervention intervention)
    {
        var data = intervention.ToJson();
        data["from"] = fromVersionId;
        data["to"] = target.Id;
        data["version"] = target.Version;
        data["steps"] = new JsonArray(
        [
            .. move.Steps.Select(s => (JsonNode)new JsonObject { ["from"] = s.From, ["to"] = s.To, ["kind"] = s.Kind.ToString() }),
        ]);
        return data;
    }
}
