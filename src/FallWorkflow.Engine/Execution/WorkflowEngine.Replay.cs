using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Replay;

namespace FallWorkflow.Engine.Execution;

// Replaying a recorded journal (JournalReplay): inputs are fed where the journal has them, everything else is the engine's
// own work and is compared as it is written.
public sealed partial class WorkflowEngine
{
    internal async Task ReplayAsync(Burst burst, JournalCursor cursor, WorkflowDefinition definition, CancellationToken cancellation)
    {
        var session = Session(burst);
        session.Replay = cursor;
        var run = BeginReplay(session, cursor, definition);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (cursor.Next is { } next && JournalReplay.IsInput(next))
                await FeedAsync(session, run, cursor, next, cancellation);
            else if (session.Steps.TryDequeue(out var step))
                await StepAsync(session, step, cancellation);
            else if (cursor.Next is null)
                return;
            else if (cursor.Next.Kind == JournalKinds.InstanceSuspended && run is { IsRunning: true, Instance.SubStatus: not WorkflowSubStatus.Suspended })
                Save(session);
            else
                throw cursor.Difference("now nothing more happens");
        }
    }

    private InstanceRun BeginReplay(BurstSession session, JournalCursor cursor, WorkflowDefinition definition)
    {
        if (cursor.Next is not { Kind: JournalKinds.InstanceStarted } first)
            throw cursor.Difference("a journal begins with the start of its instance");
        cursor.SetClock();
        var second = cursor.Ahead.Skip(1).FirstOrDefault();
        var trigger = second is { Kind: JournalKinds.StimulusReceived } && second.ActivityId == definition.Root.Id ? StimulusOf(second) : null;
        var run = Create(session, definition, first.CorrelationId, JournalCursor.Data(first)["input"]?.DeepClone() as JsonObject, trigger: trigger);
        if (trigger is not null)
            run.Journal(Now, JournalKinds.StimulusReceived, run.Root, StimulusData(trigger));
        return run;
    }

    private async ValueTask FeedAsync(BurstSession session, InstanceRun run, JournalCursor cursor, JournalEntry input, CancellationToken cancellation)
    {
        cursor.SetClock();
        var data = cursor.NextData;
        if (input.Kind == JournalKinds.CancelRequested)
        {
            await EndAsync(session, run, WorkflowSubStatus.Cancelled, (string?)data["reason"], cancellation);
            return;
        }

        if (cursor.Replayed(input.ExecutionId) is not { } id || run.Executions.GetValueOrDefault(id) is not { } execution)
            throw cursor.Difference("now that step is not open");
        switch (input.Kind)
        {
            case JournalKinds.StimulusReceived:
                await FeedStimulusAsync(session, run, cursor, execution, StimulusOf(input), cancellation);
                break;
            case JournalKinds.TimerFired:
                var fired = await TimerAsync(run, cursor, execution, data, cancellation);
                run.Journal(Now, JournalKinds.TimerFired, execution, new JsonObject { ["timer"] = fired.Name, ["due"] = fired.DueAt });
                run.Remove(fired);
                session.Enqueue(run, execution, new Resumption(TimerName: fired.Name));
                break;
            case JournalKinds.TimerMoved:
                var moved = await TimerAsync(run, cursor, execution, data, cancellation);
                await MoveTimerAsync(session.Burst, moved, data["to"]!.GetValue<DateTimeOffset>(), null, (string)data["reason"]!, cancellation);
                break;
            case JournalKinds.ChildEnded:
                FeedChild(session, run, execution, data);
                break;
            default:
                throw cursor.Difference("the repair of an incident is not replayed");
        }
    }

    private async ValueTask FeedStimulusAsync(
        BurstSession session, InstanceRun run, JournalCursor cursor, ActivityExecution execution, Stimulus stimulus, CancellationToken cancellation)
    {
        if (execution.Node.Activity is ReplayedActivity)
        {
            run.Journal(Now, JournalKinds.StimulusReceived, execution, StimulusData(stimulus));
            session.Enqueue(run, execution, new Resumption(stimulus));
            return;
        }

        var bookmark = (await run.BookmarksAsync(cancellation)).Find(b => b.ExecutionId == execution.Id && b.Stimulus == stimulus.Name
            && (b.Key is null || b.Key == stimulus.Key || b.Key == cursor.Replayed(stimulus.Key)));
        if (bookmark is null)
            throw cursor.Difference($"now the step does not wait for '{stimulus.Name}'");
        Resume(session, run, execution, bookmark, stimulus);
    }

    private static async ValueTask<Timers.WorkflowTimer> TimerAsync(
        InstanceRun run, JournalCursor cursor, ActivityExecution execution, JsonObject data, CancellationToken cancellation) =>
        (await run.TimersAsync(cancellation)).Find(t => t.ExecutionId == execution.Id && t.Name == (string?)data["timer"])
        ?? throw cursor.Difference("now there is no such timer");

    private void FeedChild(BurstSession session, InstanceRun run, ActivityExecution execution, JsonObject data)
    {
        var child = new WorkflowInstance
        {
            Id = (string)data["instance"]!,
            DefinitionId = (string)data["definition"]!,
            DefinitionVersionId = (string)data["definitionVersion"]!,
            Version = 0,
            CorrelationId = run.Instance.CorrelationId,
            CreatedAt = Now,
            Status = Enum.Parse<WorkflowStatus>((string)data["status"]!),
            SubStatus = Enum.Parse<WorkflowSubStatus>((string)data["subStatus"]!),
            StateJson = new JsonObject { ["out"] = data["output"]?.DeepClone() ?? new JsonObject() }.ToJsonString(Json.Compact),
        };
        execution.AwaitedChildren.Remove(child.Id);
        run.Children.Remove(child.Id);
        JournalChildEnd(run, execution, child);
        session.Enqueue(run, execution, new Resumption(Child: child));
    }

    /// <summary>A child of a replayed instance is what the journal says of it.</summary>
    private WorkflowInstance ReplayChild(BurstSession session, InstanceRun run, ActivityExecution parent, string definitionId, bool wait)
    {
        var cursor = session.Replay!;
        if (cursor.Next is not { Kind: JournalKinds.ChildStarted })
            throw cursor.Difference($"now the child '{definitionId}' is started");
        var child = new WorkflowInstance
        {
            Id = (string)cursor.NextData["instance"]!,
            DefinitionId = definitionId,
            DefinitionVersionId = definitionId,
            Version = 0,
            CorrelationId = run.Instance.CorrelationId,
            CreatedAt = Now,
        };
        run.Children.Add(child.Id);
        if (wait)
            parent.AwaitedChildren.Add(child.Id);
        return child;
    }

    private static Stimulus StimulusOf(JournalEntry entry)
    {
        var data = JournalCursor.Data(entry);
        return new Stimulus((string)data["stimulus"]!, entry.CorrelationId, (string?)data["key"], data["payload"]?.DeepClone());
    }
}
