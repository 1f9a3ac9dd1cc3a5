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
