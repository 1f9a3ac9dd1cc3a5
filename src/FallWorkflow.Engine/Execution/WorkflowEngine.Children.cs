using System.Text.Json.Nodes;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Engine.Replay;

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
        BurstSession session, ActivityContext parent, string definitionId, JsonObject input, string? correlationId,
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
            var child = StartChild(session, parent.Run, parent.Execution, definitionId, input, correlationId, wait);
            parent.JournalChildStart(child, wait);
            if (session.Replay is { } cursor)
                return wait ? child : ReplayRanChild(parent, cursor);

            var run = session.Runs[child.Id];
            while (session.Steps.TryDequeue(out var step))
            {
                if (step.Run == run)
                    await StepAsync(session, step, cancellation);
                else if (step.Run == parent.Run && step.Execution == parent.Execution && step.Resumption?.Child == child)
                    parent.Run.Pending--;
                else
                    parents.Add(step);
            }

            if (run is { IsRunning: true, Instance.SubStatus: not WorkflowSubStatus.Suspended })
            {
                child.SubStatus = WorkflowSubStatus.Suspended;
                run.Journal(Now, JournalKinds.InstanceSuspended);
            }

            // Who waits is told of the end by ChildEnded; who does not still sees how far the child came.
            if (!wait)
                parent.Journal(JournalKinds.ChildRan, ChildData(child));
            return child;
        }
        finally
        {
            session.Depth--;
            session.Steps = outer;
            foreach (var step in parents)
                outer.Enqueue(step);
        }
    }

    private static WorkflowInstance ReplayRanChild(ActivityContext parent, JournalCursor cursor)
    {
        if (cursor.Next is not { Kind: JournalKinds.ChildRan })
            throw cursor.Difference("now a child that was executed tells how far it came");
        var child = ChildOf(cursor.NextData, parent.Instance.CorrelationId, parent.Now);
        parent.Journal(JournalKinds.ChildRan, ChildData(child));
        return child;
    }

    private static JsonObject ChildData(WorkflowInstance child) => new()
    {
        ["instance"] = child.Id,
        ["definition"] = child.DefinitionId,
        ["definitionVersion"] = child.DefinitionVersionId,
        ["status"] = child.Status.ToString(),
        ["subStatus"] = child.SubStatus.ToString(),
        ["output"] = InstanceSnapshot.Of(child).Output,
    };

    /// <summary>What a journal says of a child, as the parent sees it.</summary>
    private static WorkflowInstance ChildOf(JsonObject data, string? correlationId, DateTimeOffset now) => new()
    {
        Id = (string)data["instance"]!,
        DefinitionId = (string)data["definition"]!,
        DefinitionVersionId = (string)data["definitionVersion"]!,
        Version = 0,
        CorrelationId = correlationId,
        CreatedAt = now,
        Status = Enum.Parse<WorkflowStatus>((string)data["status"]!),
        SubStatus = Enum.Parse<WorkflowSubStatus>((string)data["subStatus"]!),
        StateJson = new JsonObject { ["out"] = data["output"]?.DeepClone() ?? new JsonObject() }.ToJsonString(Json.Compact),
    };
}
