namespace FallWorkflow.Engine.Journal;

/// <summary>Wire names of the journal entries that the engine itself writes.</summary>
public static class JournalKinds
{
    public const string InstanceStarted = "InstanceStarted";
    public const string InstanceSuspended = "InstanceSuspended";
    public const string InstanceFinished = "InstanceFinished";
    public const string InstanceCancelled = "InstanceCancelled";
    public const string InstanceFaulted = "InstanceFaulted";
    public const string ActivityStarted = "ActivityStarted";
    public const string ActivityCompleted = "ActivityCompleted";
    public const string ActivityCancelled = "ActivityCancelled";
    public const string ActivityFaulted = "ActivityFaulted";

    /// <summary>It failed and will be tried again by itself; a timer of its own waits.</summary>
    public const string ActivityRetrying = "ActivityRetrying";

    /// <summary>A person had the failed step done again.</summary>
    public const string IncidentRetried = "IncidentRetried";

    /// <summary>A person had the failed step left by an outcome of their choice.</summary>
    public const string IncidentSkipped = "IncidentSkipped";

    /// <summary>A child instance was started; its definition and whether this activity waits for its end.</summary>
    public const string ChildStarted = "ChildStarted";

    /// <summary>A child instance that was waited for has ended; with its output.</summary>
    public const string ChildEnded = "ChildEnded";

    /// <summary>A child that is not waited for was run; how far it came, since the parent may use that.</summary>
    public const string ChildRan = "ChildRan";

    /// <summary>Somebody cancels the instance; what follows from it comes after this entry.</summary>
    public const string CancelRequested = "CancelRequested";

    /// <summary>A script asked the host for a value; with the answer.</summary>
    public const string HostValue = "HostValue";

    /// <summary>The instance goes on by another version of its definition.</summary>
    public const string InstanceMigrated = "InstanceMigrated";

    /// <summary>A move to another version was taken back; the instance stands as it stood before.</summary>
    public const string InstanceMoveUndone = "InstanceMoveUndone";

    /// <summary>A stimulus, timer or child's end that came while the instance stood still; it takes effect when it goes on.</summary>
    public const string Held = "Held";
    public const string StimulusReceived = "StimulusReceived";
    public const string TimerArmed = "TimerArmed";
    public const string TimerMoved = "TimerMoved";
    public const string TimerFired = "TimerFired";
    public const string TimerDropped = "TimerDropped";
    public const string VariableSet = "VariableSet";
    public const string LineWritten = "LineWritten";
    public const string TaskRequested = "TaskRequested";
    public const string HttpRequested = "HttpRequested";
}
