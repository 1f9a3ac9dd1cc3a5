using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Execution;

// How instances and activity executions begin and end.
public sealed partial class WorkflowEngine
{
    private InstanceRun Create(
        BurstSession session,
        WorkflowDefinition definition,
        string? correlationId,
        JsonObject? input,
        Stimulus? trigger = null,
        ActivityExecution? parent = null,
        InstanceRun? parentRun = null,
        bool wait = false,
        string? triggerActivityId = null)
    {
        var now = Now;
        var plan = Plan(definition);
        var instance = new WorkflowInstance
        {
            Id = Options.NewInstanceId(now),
            DefinitionId = definition.DefinitionId,
            DefinitionVersionId = definition.Id,
            Version = definition.Version,
            CorrelationId = correlationId,
            ParentInstanceId = parentRun?.Instance.Id,
            ParentExecutionId = wait ? parent?.Id : null,
            Status = WorkflowStatus.Running,
            SubStatus = WorkflowSubStatus.Executing,
            CreatedAt = now,
            UpdatedAt = now,
        };
        session.Burst.Store.Add(instance);

        var run = new InstanceRun(instance, plan, session.Burst.Store, session.Touched) { Input = input ?? [] };
        foreach (var (id, value) in VariableScope.Defaults(definition.Variables, blankIsNone: true))
            run.Variables[id] = value;
        if (trigger is not null)
        {
            run.TriggerActivityId = plan.TriggerActivity(trigger.Name);
            run.TriggerPayload = trigger.Payload?.DeepClone() ?? new JsonObject();
        }
        else if (triggerActivityId is not null)
        {
            run.TriggerActivityId = triggerActivityId;
            run.TriggerPayload = new JsonObject();
        }

        run.KnownJson = instance.StateJson;
        session.Runs[instance.Id] = run;
        run.Journal(now, JournalKinds.InstanceStarted, data: new JsonObject
        {
            ["definition"] = definition.DefinitionId,
            ["version"] = definition.Version,
            ["input"] = run.Input.DeepClone(),
        });
        session.Enqueue(run, run.NewExecution(plan.Root, null));
        return run;
    }

    private async ValueTask<InstanceRun?> LoadAsync(BurstSession session, string instanceId, CancellationToken cancellation)
    {
        if (session.Runs.TryGetValue(instanceId, out var known)
            && (known.Pending > 0 || known.Touched || ReferenceEquals(known.KnownJson, known.Instance.StateJson)))
            return known;

        var instance = await session.Burst.Store.FindInstanceAsync(instanceId, cancellation);
        if (instance is null)
            return null;
        var definition = (session.Draft?.Id == instance.DefinitionVersionId ? session.Draft : _catalog.FindVersion(instance.DefinitionVersionId))
            ?? throw new DefinitionNotFoundException(instance.DefinitionVersionId);
        var run = new InstanceRun(instance, Plan(definition), session.Burst.Store, session.Touched) { KnownJson = instance.StateJson };
        InstanceState.Read(run);
        return session.Runs[instanceId] = run;
    }

    internal WorkflowInstance StartChild(
        BurstSession session, InstanceRun parentRun, ActivityExecution parent, string definitionId, JsonObject? input, string? correlationId, bool wait)
    {
        if (session.Replay is not null)
            return ReplayChild(session, parentRun, parent, definitionId, wait);
        var child = Create(
            session, Published(definitionId), correlationId ?? (Options.KeepsCorrelation ? parentRun.Instance.CorrelationId : null), input,
            parent: parent, parentRun: parentRun, wait: wait);
        parentRun.Children.Add(child.Instance.Id);
        if (wait)
            parent.AwaitedChildren.Add(child.Instance.Id);
        return child.Instance;
    }

    /// <summary>Ends an execution in order: its waits go, its open children are cancelled, its container decides what comes next.</summary>
    internal async ValueTask CompleteAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, IReadOnlyList<string> outcomes, CancellationToken cancellation)
    {
        await DropChildrenAsync(session, run, execution, "completed", cancellation);
        await DropWaitsAsync(session, run, execution, cancellation);
        run.Detach(execution);
        run.Journal(Now, JournalKinds.ActivityCompleted, execution,
            outcomes is ["Done"] ? null : new JsonObject { ["outcomes"] = new JsonArray([.. outcomes.Select(o => (JsonNode)o)]) });

        var parent = execution.LeftBehind ? null : execution.Parent;
        if (parent is null)
        {
            if (run.Root is null && run.LeftBehind.Count == 0)
                await EndAsync(session, run, SubStatusAtEnd(run), null, cancellation);
            return;
        }

        if (parent.Redo is { } redo)
        {
            redo.Also(execution, outcomes);
            return;
        }

        if (parent.Ended || parent.Node.Activity is not IContainerActivity container)
            return;
        var mark = StepMark.Of(run, parent);
        try
        {
            await container.ChildCompletedAsync(new ActivityContext(this, session, run, parent, cancellation), execution, outcomes);
        }
        catch (Exception e) when (!Options.AbortsBurst(e))
        {
            await FaultAsync(session, run, parent, e, mark, Redo.Of(execution, outcomes), cancellation);
        }
    }

    // What is under way inside a container ends with it; what is only scheduled keeps its turn, unless the whole instance ends.
    private async ValueTask DropChildrenAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, string reason, CancellationToken cancellation, bool instanceEnds = false)
    {
        foreach (var child in execution.Children.ToArray())
        {
            if (child.Started || child.Ended || instanceEnds)
                await DropAsync(session, run, child, reason, cancellation, instanceEnds);
            else
                run.LeaveBehind(child);
        }
    }

    /// <summary>Drops an execution with everything that is under way inside it; nobody is asked what comes next.</summary>
    internal async ValueTask DropAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, string reason, CancellationToken cancellation, bool instanceEnds = false)
    {
        await DropChildrenAsync(session, run, execution, reason, cancellation, instanceEnds);
        if ((!execution.Ended || execution.Faulted) && execution.Started && execution.Node.Activity is { } activity)
        {
            session.InActivity++;
            try
            {
                await activity.CancelAsync(new ActivityContext(this, session, run, execution, cancellation), reason);
            }
            catch (Exception e) when (!Options.AbortsBurst(e))
            {
                AddIncident(run, execution, e, open: false);
            }
            finally
            {
                session.InActivity--;
            }

            run.Journal(Now, JournalKinds.ActivityCancelled, execution, new JsonObject { ["reason"] = reason });
        }

        await DropWaitsAsync(session, run, execution, cancellation);
        run.Detach(execution);
    }

    private async ValueTask DropWaitsAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, CancellationToken cancellation)
    {
        if (execution.Bookmarks > 0)
        {
            foreach (var bookmark in (await run.BookmarksAsync(cancellation)).Where(b => b.ExecutionId == execution.Id).ToArray())
                run.Remove(bookmark);
        }

        if (execution.Timers > 0)
        {
            foreach (var timer in (await run.TimersAsync(cancellation)).Where(t => t.ExecutionId == execution.Id).ToArray())
            {
                run.Journal(Now, JournalKinds.TimerDropped, execution, new JsonObject { ["timer"] = timer.Name, ["due"] = timer.DueAt });
                run.Remove(timer);
            }
        }

        foreach (var childId in execution.AwaitedChildren.ToArray())
        {
            execution.AwaitedChildren.Remove(childId);
            if (await LoadAsync(session, childId, cancellation) is { IsRunning: true } child)
                await EndAsync(session, child, WorkflowSubStatus.Cancelled, "parent no longer waits", cancellation);
        }
    }

    internal async ValueTask EndAsync(
        BurstSession session, InstanceRun run, WorkflowSubStatus subStatus, string? reason, CancellationToken cancellation, bool parentHears = true)
    {
        var instance = run.Instance;
        if (!(run.IsRunning || run.IsParked))
            return;

        if (subStatus == WorkflowSubStatus.Cancelled)
            run.Journal(Now, JournalKinds.CancelRequested, data: reason is null ? null : new JsonObject { ["reason"] = reason });
        foreach (var open in run.LeftBehind.Append(run.Root).OfType<ActivityExecution>().ToArray())
            await DropAsync(session, run, open, reason ?? "instance ended", cancellation, instanceEnds: true);
        if (subStatus == WorkflowSubStatus.Cancelled)
        {
            foreach (var childId in run.Children.ToArray())
            {
                if (await LoadAsync(session, childId, cancellation) is { } child)
                    await EndAsync(session, child, WorkflowSubStatus.Cancelled, reason, cancellation);
            }
        }

        run.Root = null;
        run.Children.Clear();
        run.Held.Clear();
        instance.Status = WorkflowStatus.Finished;
        instance.SubStatus = subStatus;
        instance.FinishedAt = Now;
        run.Journal(
            Now,
            subStatus switch
            {
                WorkflowSubStatus.Cancelled => JournalKinds.InstanceCancelled,
                WorkflowSubStatus.Faulted => JournalKinds.InstanceFaulted,
                _ => JournalKinds.InstanceFinished,
            },
            data: reason is null ? null : new JsonObject { ["reason"] = reason });
        Write(run);
        if (subStatus == WorkflowSubStatus.Faulted)
            Report(session, run);
        if (parentHears)
            await TellParentAsync(session, instance, cancellation);
    }

    private async ValueTask TellParentAsync(BurstSession session, WorkflowInstance instance, CancellationToken cancellation)
    {
        if (instance is not { ParentInstanceId: { } parentId, ParentExecutionId: { } executionId }
            || await LoadAsync(session, parentId, cancellation) is not { } run
            || !(run.IsRunning || run.IsParked)
            || !run.Executions.TryGetValue(executionId, out var waiting)
            || !waiting.AwaitedChildren.Remove(instance.Id))
            return;

        run.Children.Remove(instance.Id);
        if (MustHold(run, waiting))
        {
            Hold(run, waiting, Held.Of(waiting, instance));
            return;
        }

        JournalChildEnd(run, waiting, instance);
        session.Enqueue(run, waiting, new Resumption(Child: instance));
    }

    private void JournalChildEnd(InstanceRun run, ActivityExecution waiting, WorkflowInstance child) =>
        run.Journal(Now, JournalKinds.ChildEnded, waiting, ChildData(child));

    private void Save(BurstSession session)
    {
        for (var i = 0; i < session.Touched.Count; i++)
        {
            var run = session.Touched[i];
            session.Burst.Changed.Add(run.Instance.Id);
            if (!run.Touched)
                continue;
            if (run is { IsRunning: true, Instance.SubStatus: not WorkflowSubStatus.Suspended })
            {
                run.Instance.SubStatus = WorkflowSubStatus.Suspended;
                run.Journal(Now, JournalKinds.InstanceSuspended);
            }

            Write(run);
        }

        session.Touched.Clear();
    }

    private void Write(InstanceRun run)
    {
        run.TriggerPayload = run.IsRunning ? run.TriggerPayload : null;
        run.Instance.UpdatedAt = Now;
        run.Written(InstanceState.Write(run));
    }
}
