namespace FallWorkflow.Engine.Execution;

/// <summary>Limits of one engine. The defaults fit case work; a script or loop that reaches one becomes an incident.</summary>
public sealed class EngineOptions
{
    /// <summary>Activities that one call may run; guards against a definition that never waits. At least 1.</summary>
    public int MaxStepsPerCall { get; init; } = 20_000;

    /// <summary>
    /// Whether a stimulus that nobody waits for is kept and delivered to the first who begins to wait, as Elsa does. The
    /// store must be an <see cref="IEarlyStimulusStore"/>. Off: a stimulus reaches who waits when it happens.
    /// </summary>
    public bool KeepsEarlyStimuli { get; init; }

    /// <summary>
    /// Whether an event published without a correlation id stays within the correlation of its publisher, and a child without
    /// one belongs to its parent's. Off: such an event reaches everybody and such a child belongs nowhere, as in Elsa.
    /// </summary>
    public bool KeepsCorrelation { get; init; } = true;

    /// <summary>
    /// Whether an instance that can never go on, since a join of it waits for a branch nobody took (token mode), stops with an
    /// incident. Off: it stays suspended for good, as in Elsa.
    /// </summary>
    public bool StuckIsIncident { get; init; } = true;

    /// <summary>
    /// Whether a definition with the incident strategy <c>ContinueWithIncidents</c> lets its other branches go on, as in Elsa; it
    /// stops when nothing waits any more. Off: an incident stops its instance, whatever the definition says.
    /// </summary>
    public bool HonoursIncidentStrategy { get; init; }

    /// <summary>
    /// Whether a span of time may be written as .NET allows (<c>1:30</c>, <c>5</c> for five days), and a span or instant that cannot be
    /// read is no wait at all, as in Elsa. Off: these are incidents. <c>72:00:00</c>, which .NET takes for 72 days, is one always.
    /// </summary>
    public bool ReadsTimesAsElsa { get; init; }

    /// <summary>
    /// How flowcharts decide where branches meet, unless their definition says it (custom property
    /// <c>Flowchart:ExecutionMode</c>: CounterBased or TokenBased). A flowchart under way keeps the mode it began with.
    /// </summary>
    public FlowchartMode FlowchartMode { get; init; } = FlowchartMode.Counter;

    /// <summary>Real time one script may take, in the JavaScript engine's own clock.</summary>
    public TimeSpan ScriptTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Statements one script may run.</summary>
    public int ScriptMaxStatements { get; init; } = 100_000;

    /// <summary>Depth of calls one script may reach.</summary>
    public int ScriptMaxRecursion { get; init; } = 64;

    /// <summary>Bytes one script may allocate.</summary>
    public long ScriptMaxMemory { get; init; } = 32L * 1024 * 1024;

    /// <summary>Ids of new instances, given the instant; a deterministic host (simulation) sets its own.</summary>
    public Func<DateTimeOffset, string> NewInstanceId { get; init; } = static now => Guid.CreateVersion7(now).ToString("n");

    /// <summary>
    /// Exceptions that must not become incidents because the whole transaction is lost with them (database gone, version
    /// conflict, cancellation). They leave the engine as they are. Default: cancellation only.
    /// </summary>
    public Func<Exception, bool> AbortsBurst { get; init; } = static e => e is OperationCanceledException;
}
