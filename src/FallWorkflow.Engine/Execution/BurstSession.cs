using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Execution;

/// <summary>What the engine keeps for one <see cref="Burst"/>: loaded instances, scheduled steps, stimuli to deliver.</summary>
internal sealed class BurstSession(Burst burst)
{
    public Burst Burst { get; } = burst;

    public Dictionary<string, InstanceRun> Runs { get; } = new(StringComparer.Ordinal);

    /// <summary>Instances to write at the end of the call; one that ended in between stands here without need.</summary>
    public List<InstanceRun> Touched { get; } = [];

    /// <summary>One queue for all instances of the burst: parallel branches take turns, one activity each.</summary>
    public Queue<Step> Steps { get; set; } = new();

    /// <summary>How many workflows are being run to their end inside one another at this moment.</summary>
    public int Depth { get; set; }

    /// <summary>How many activities are in the middle of something at this moment; one may call the engine on the same burst.</summary>
    public int InActivity { get; set; }

    /// <summary>Stimuli that activities published; delivered in order as soon as everything waits.</summary>
    public Queue<Stimulus> Stimuli { get; } = new();

    /// <summary>Instances whose held stimuli are delivered as soon as everything waits.</summary>
    public Queue<InstanceRun> Releasing { get; } = new();

    /// <summary>The journal that is being replayed; null in real life.</summary>
    public Replay.JournalCursor? Replay { get; set; }

    /// <summary>The unpublished version that a move is looked at with; this burst is never committed.</summary>
    public Definitions.WorkflowDefinition? Draft { get; set; }

    /// <summary>Stimuli delivered in this call.</summary>
    public int Deliveries { get; set; }

    /// <summary>Number of this call, by which instances know their own count of steps.</summary>
    public int Call { get; set; }

    public void Enqueue(InstanceRun run, ActivityExecution execution, Resumption? resumption = null)
    {
        run.Pending++;
        run.Touch();
        Steps.Enqueue(new Step(run, execution, resumption));
    }
}

/// <summary>One step: an activity begins, or goes on because of <paramref name="Resumption"/>.</summary>
internal readonly record struct Step(InstanceRun Run, ActivityExecution Execution, Resumption? Resumption);
