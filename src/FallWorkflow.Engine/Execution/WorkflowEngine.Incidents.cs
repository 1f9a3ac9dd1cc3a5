using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Execution;

// What happens when an activity fails, and how its instance goes on.
//
// An instance with an open incident is Finished/Faulted to everybody who looks, and its parent goes on without it. But it
// keeps what it was in the middle of: open activities with their bookmarks, timers and tasks. What reaches it meanwhile is
// held and takes effect, in order, once a person has had the failed step done again or left.
public sealed partial class WorkflowEngine
{
    public async Task<bool> RetryAsync(
        Burst burst, string instanceId, string? executionId, Intervention intervention, CancellationToken cancellation = default)
    {
        var session = Session(burst);
        if (await LoadAsync(session, instanceId, cancellation) is not { IsParked: true } run)
            return false;
        var incidents = run.Incidents.Where(i => executionId is null || i.ExecutionId == executionId).ToArray();
        if (incidents.Length == 0)
            return false;

        Wake(session, run);
        foreach (var incident in incidents)
        {
            run.Incidents.Remove(incident);
            var execution = Reopen(run, incident);
            run.Journal(Now, JournalKinds.IncidentRetried, execution, intervention.ToJson());
            if (execution is not null)
                session.Enqueue(run, execution, new Resumption(TimerName: RetryStrategy.Timer));
        }

        await GoOnAsync(session, run, cancellation);
        return true;
    }

    public async Task<bool> SkipAsync(
        Burst burst, string instanceId, string executionId, string outcome, JsonObject? outputs, Intervention intervention,
        CancellationToken cancellation = default)
    {
        var session = Session(burst);
        if (await LoadAsync(session, instanceId, cancellation) is not { IsParked: true } run
            || run.Incidents.Find(i => i.ExecutionId == executionId) is not { } incident)
            return false;
        if (run.Executions.GetValueOrDefault(executionId) is not { Faulted: true } failed)
            return false;
        if (!Outcomes(failed.Node).Contains(outcome, StringComparer.Ordinal))
            throw new ArgumentException($"Activity '{incident.ActivityId}' has no outcome '{outcome}'.", nameof(outcome));

        Wake(session, run);
        run.Incidents.Remove(incident);
        var execution = Reopen(run, incident)!;
        var data = intervention.ToJson();
        data["outcome"] = outcome;
        if (outputs is { Count: > 0 })
            data["outputs"] = outputs.DeepClone();
        run.Journal(Now, JournalKinds.IncidentSkipped, execution, data);
        await LeaveAsync(session, run, execution, outcome, outputs, intervention.Reason, cancellation);
        await GoOnAsync(session, run, cancellation);
        return true;
    }

    public IReadOnlyList<IncidentReport> IncidentsOf(WorkflowInstance instance)
    {
        if (instance.SubStatus != WorkflowSubStatus.Faulted)
            return [];
        var snapshot = InstanceSnapshot.Of(instance);
        var plan = _catalog.FindVersion(instance.DefinitionVersionId) is { } definition ? Plan(definition) : null;
        return
        [
            .. snapshot.Incidents.Select(i =>
            {
                var node = plan?.Find(i.ActivityId);
                return new IncidentReport(
                    i,
                    node?.Definition.DisplayText is { Length: > 0 } text ? text : i.ActivityId,
                    node is null ? [] : Outcomes(node),
                    node is null ? [] : [.. node.Definition.Outputs.Where(o => o.Value.Length > 0).Select(o => o.Key)],
                    snapshot.CanContinue);
            }),
        ];
    }

    private static List<string> Outcomes(Definitions.PlanNode node)
    {
        List<string> outcomes = [.. node.Parent?.Definition.Connections.Where(c => c.Source == node.Definition.Id).Select(c => c.SourcePort) ?? []];
        if (node.Activity?.Descriptor is { } descriptor)
        {
            outcomes.AddRange(descriptor.Ports);
            outcomes.AddRange(descriptor.DynamicPorts?.Invoke(node.Definition) ?? []);
        }

        outcomes.Add(ActivityDescriptor.Done);
        return [.. outcomes.Distinct(StringComparer.Ordinal)];
    }

    private static void Wake(BurstSession session, InstanceRun run)
    {
        run.Instance.Status = WorkflowStatus.Running;
        run.Instance.SubStatus = WorkflowSubStatus.Executing;
        run.Instance.FinishedAt = null;
        run.Touch();
        session.Releasing.Enqueue(run);
    }

    private static ActivityExecution? Reopen(InstanceRun run, Incident incident)
    {
        if (incident.ExecutionId is null || run.Executions.GetValueOrDefault(incident.ExecutionId) is not { } execution)
            return null;
        execution.Faulted = false;
        execution.Ended = false;
        execution.Attempts = 0;
        return execution;
    }

    private async ValueTask GoOnAsync(BurstSession session, InstanceRun run, CancellationToken cancellation)
    {
        // Other incidents may be open, or the way on may have failed at once without a step of its own.
        if (run is { IsRunning: true, Pending: 0, Incidents.Count: > 0 } && !GoesOn(run))
            await ParkAsync(session, run, cancellation);
        await DrainAsync(session, cancellation);
    }

    private async ValueTask LeaveAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, string outcome, JsonObject? outputs, string reason,
        CancellationToken cancellation)
    {
        var context = new ActivityContext(this, session, run, execution, cancellation);
        if (execution.Started && execution.Node.Activity is { } activity)
        {
            session.InActivity++;
            try
            {
                await activity.CancelAsync(context, reason);
            }
            catch (Exception e) when (!Options.AbortsBurst(e))
            {
                // It is being left because it does not work; that it cannot clean up either must not hold anybody.
                run.Journal(Now, JournalKinds.ActivityCancelled, execution, new JsonObject { ["reason"] = reason, ["message"] = e.Message });
            }
            finally
            {
                session.InActivity--;
            }
        }

        foreach (var (name, value) in outputs ?? [])
            context.SetOutput(name, value?.DeepClone());
        execution.Redo = null;
        await CompleteAsync(session, run, execution, [outcome], cancellation);
    }

    /// <summary>Does the failed step again, on what had reached it.</summary>
    private async ValueTask RedoAsync(BurstSession session, InstanceRun run, ActivityExecution execution, CancellationToken cancellation)
    {
        if (execution.Redo is not { } redo)
            return;
        if (redo.NextLeft(run, execution) is { } left)
        {
            // A container with nothing open is done; the children still to be taken note of keep it open.
            var others = redo.HasOthers ? left.Child : null;
            if (others is not null)
                execution.Children.Add(others);
            bool isOpen;
            try
            {
                await ((IContainerActivity)execution.Node.Activity!).ChildCompletedAsync(
                    new ActivityContext(this, session, run, execution, cancellation), left.Child, left.Outcomes);
                redo.Done();
            }
            finally
            {
                isOpen = others is not null && execution.Children.Remove(others);
            }

            if (isOpen)
            {
                session.Enqueue(run, execution, new Resumption(TimerName: RetryStrategy.Timer));
                return;
            }
        }
        else if (redo.Begins)
        {
            execution.Started = false;
            execution.StartJournaled = false;
            execution.EvaluatedInputs = null;
            await RunActivityAsync(session, run, execution, null, cancellation);
        }
        else
        {
            var child = redo.ChildInstance is { } id ? await LoadAsync(session, id, cancellation) : null;
            await RunActivityAsync(session, run, execution, redo.Resumption(child?.Instance), cancellation);
        }

        execution.Redo = null;
        execution.Attempts = 0;
        run.Touch();
        if (run.Held.Count > 0)
            session.Releasing.Enqueue(run);
    }

    private async ValueTask FaultAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, Exception exception, StepMark mark, Redo redo,
        CancellationToken cancellation)
    {
        if (execution.Ended || !run.IsRunning)
        {
            AddIncident(run, execution, exception, open: false);
            return;
        }

        execution.Attempts++;
        execution.Redo = redo;
        if (RetryStrategy.Of(execution.Node.Definition) is { } strategy && execution.Attempts <= strategy.MaxRetryAttempts)
        {
            await TakeBackAsync(session, run, execution, mark, cancellation);
            ArmRetry(run, execution, exception, strategy);
            return;
        }

        AddIncident(run, execution, exception, open: true);
        await TakeBackAsync(session, run, execution, mark, cancellation);

        // It stays in its container, which so never counts as done.
        execution.Faulted = true;
        execution.Ended = true;
    }

    private void ArmRetry(InstanceRun run, ActivityExecution execution, Exception exception, RetryStrategy strategy)
    {
        var due = Now + strategy.DelayAfter(execution.Attempts);
        run.Journal(Now, JournalKinds.ActivityRetrying, execution, new JsonObject
        {
            ["message"] = exception.Message,
            ["exception"] = NameOf(exception),
            ["attempt"] = execution.Attempts,
            ["of"] = strategy.MaxRetryAttempts,
            ["due"] = due,
        });
        run.Add(new WorkflowTimer
        {
            Id = run.NextId(),
            InstanceId = run.Instance.Id,
            ExecutionId = execution.Id,
            ActivityId = execution.Node.Key,
            Name = RetryStrategy.Timer,
            CorrelationId = run.Instance.CorrelationId,
            DueAt = due,
        });
        execution.Timers++;
    }

    /// <summary>Takes back what the failed step had begun, so that doing it again finds the same ground.</summary>
    private async ValueTask TakeBackAsync(
        BurstSession session, InstanceRun run, ActivityExecution execution, StepMark mark, CancellationToken cancellation)
    {
        foreach (var child in execution.Children.Skip(mark.Children).Where(c => !c.Started).ToArray())
            run.Detach(child);
        mark.Restore(execution.State);
        if (execution.Bookmarks > 0)
        {
            foreach (var bookmark in (await run.BookmarksAsync(cancellation)).Where(b => b.ExecutionId == execution.Id && mark.IsOlderThan(b.Id)).ToArray())
                run.Remove(bookmark);
        }

        if (execution.Timers > 0)
        {
            foreach (var timer in (await run.TimersAsync(cancellation)).Where(t => t.ExecutionId == execution.Id && mark.IsOlderThan(t.Id)).ToArray())
            {
                run.Journal(Now, JournalKinds.TimerDropped, execution, new JsonObject { ["timer"] = timer.Name, ["due"] = timer.DueAt });
                run.Remove(timer);
            }
        }

        foreach (var childId in execution.AwaitedChildren.Skip(mark.AwaitedChildren).ToArray())
        {
            execution.AwaitedChildren.Remove(childId);
            if (await LoadAsync(session, childId, cancellation) is { IsRunning: true } child)
                await EndAsync(session, child, WorkflowSubStatus.Cancelled, "parent no longer waits", cancellation);
        }
    }

    private void AddIncident(InstanceRun run, ActivityExecution execution, Exception exception, bool open)
    {
        var definition = (exception is InvalidLoopException loop ? execution.Node.Child(loop.ActivityId) ?? execution.Node : execution.Node).Definition;
        // Elsa's name for what is missing; the message names the missing type.
        var type = exception is ActivityTypeUnknownException ? Definitions.StandIn.TypeName : definition.Type;
        var incident = new Incident(
            definition.Id, type, exception.Message, NameOf(exception), Now, open ? execution.Id : null, Math.Max(1, execution.Attempts));
        run.Incidents.Add(incident);
        run.Journal(Now, JournalKinds.ActivityFaulted, execution,
            new JsonObject { ["message"] = incident.Message, ["exception"] = incident.Exception });
    }

    private static string NameOf(Exception exception) => exception is Replay.ReplayedFault replayed ? replayed.Name : exception.GetType().Name;

    /// <summary>Whether the definition lets its other branches go on, and one of them waits for something.</summary>
    private bool GoesOn(InstanceRun run) => IgnoresIncidents(run) && run.Executions.Values.Any(e => e is { Waits: true, Ended: false });

    private bool IgnoresIncidents(InstanceRun run) => Options.HonoursIncidentStrategy && run.Plan.ContinuesWithIncidents;

    /// <summary>How an instance ends that comes to its end by itself.</summary>
    internal WorkflowSubStatus SubStatusAtEnd(InstanceRun run) =>
        run.Incidents.Count > 0 && !IgnoresIncidents(run) ? WorkflowSubStatus.Faulted : WorkflowSubStatus.Finished;

    /// <summary>Stops an instance that has an incident; everything it waits for stays.</summary>
    private async ValueTask ParkAsync(BurstSession session, InstanceRun run, CancellationToken cancellation)
    {
        run.Instance.Status = WorkflowStatus.Finished;
        run.Instance.SubStatus = WorkflowSubStatus.Faulted;
        run.Instance.FinishedAt = Now;
        run.Journal(Now, JournalKinds.InstanceFaulted);
        Write(run);
        Report(session, run);
        await TellParentAsync(session, run.Instance, cancellation);
    }

    private static void Report(BurstSession session, InstanceRun run)
    {
        foreach (var incident in run.Incidents.Where(i => !session.Burst.Faults.Contains((run.Instance, i))))
            session.Burst.Faults.Add((run.Instance, incident));
    }

    private static bool MustHold(InstanceRun run, ActivityExecution execution) => run.IsParked || execution.Redo is not null;

    private void Hold(InstanceRun run, ActivityExecution execution, Held held)
    {
        run.Held.Add(held);
        run.Journal(Now, JournalKinds.Held, execution, held.ToJson());
    }

    /// <summary>Delivers the next thing that was held for an instance that goes on. False if there is none.</summary>
    private async ValueTask<bool> ReleaseAsync(BurstSession session, CancellationToken cancellation)
    {
        if (!session.Releasing.TryPeek(out var run))
            return false;
        if (!run.IsRunning || run.Held.Count == 0 || run.Executions.Values.Any(e => e.Redo is not null))
        {
            session.Releasing.Dequeue();
            return true;
        }

        var held = run.Held[0];
        run.Held.RemoveAt(0);
        run.Touch();
        if (held.Stimulus is { } stimulus)
        {
            foreach (var bookmark in (await run.BookmarksAsync(cancellation)).Where(b => held.Reaches(b)).ToArray())
                Resume(session, run, run.Executions[bookmark.ExecutionId], bookmark, stimulus);
        }
        else if (held.ExecutionId is { } id && run.Executions.TryGetValue(id, out var execution))
        {
            if (held.ChildId is { } childId)
            {
                var child = (await LoadAsync(session, childId, cancellation))?.Instance;
                if (child is not null)
                    JournalChildEnd(run, execution, child);
                session.Enqueue(run, execution, new Resumption(Child: child));
            }
            else
            {
                run.Journal(Now, JournalKinds.TimerFired, execution, new JsonObject { ["timer"] = held.TimerName, ["due"] = held.DueAt });
                session.Enqueue(run, execution, new Resumption(TimerName: held.TimerName));
            }
        }

        return true;
    }

    private void Resume(BurstSession session, InstanceRun run, ActivityExecution execution, Bookmark bookmark, Stimulus stimulus)
    {
        run.Journal(Now, JournalKinds.StimulusReceived, execution, StimulusData(stimulus));
        run.Remove(bookmark);

        // Each receiver gets a payload of its own: a JSON node belongs to one tree only.
        session.Enqueue(run, execution, new Resumption(stimulus with { Payload = stimulus.Payload?.DeepClone() }));
    }
}
