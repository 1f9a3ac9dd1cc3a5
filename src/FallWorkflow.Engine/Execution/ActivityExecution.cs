using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Execution;

/// <summary>One activity under way. Only these are kept in the state of an instance; what has completed leaves the journal behind.</summary>
internal sealed class ActivityExecution
{
    public required string Id { get; init; }

    public required PlanNode Node { get; init; }

    public required ActivityExecution? Parent { get; init; }

    /// <summary>Container state and whatever the activity keeps across a suspension.</summary>
    public JsonObject State { get; init; } = [];

    /// <summary>Values of the variables declared by this container, by variable id.</summary>
    public Dictionary<string, JsonNode?>? Variables { get; set; }

    /// <summary>What a loop handed to this round (<see cref="Execution.Iteration"/>); null outside of loops.</summary>
    public Dictionary<string, JsonNode?>? Iteration { get; set; }

    /// <summary>Its container ended before it had its turn: it still runs, but nobody is told when it has completed.</summary>
    public bool LeftBehind { get; set; }

    /// <summary>Scheduled by a backward connection (flowcharts do not count such a run as a visit).</summary>
    public bool Backward { get; set; }

    public bool Faulted { get; set; }

    /// <summary>Has run at least once; a scheduled activity has not.</summary>
    public bool Started { get; set; }

    public bool Ended { get; set; }

    /// <summary>Children of a container that are scheduled, running, waiting or faulted.</summary>
    public List<ActivityExecution> Children { get; } = [];

    public int Bookmarks { get; set; }

    public int Timers { get; set; }

    /// <summary>Child instances whose end this execution waits for.</summary>
    public List<string> AwaitedChildren { get; } = [];

    /// <summary>Failed runs of the step under way, the last one included; 0 once it has succeeded.</summary>
    public int Attempts { get; set; }

    /// <summary>What the failed step was about to do; null if nothing has failed.</summary>
    public Redo? Redo { get; set; }

    public bool Waits => Bookmarks > 0 || Timers > 0 || AwaitedChildren.Count > 0;

    // Not stored: lives within one step.
    public bool StartJournaled { get; set; }

    public JsonObject? EvaluatedInputs { get; set; }
}
