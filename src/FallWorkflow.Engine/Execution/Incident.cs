namespace FallWorkflow.Engine.Execution;

/// <summary>A surprise that stopped one instance.</summary>
/// <param name="Exception">Name of the exception type, without namespace.</param>
/// <param name="ExecutionId">The execution that failed; null if it is not open any more, so that nothing can be done again.</param>
/// <param name="Attempts">Failed runs of the step, automatic retries included.</param>
public sealed record Incident(
    string ActivityId, string ActivityType, string Message, string Exception, DateTimeOffset At, string? ExecutionId = null, int Attempts = 1);
