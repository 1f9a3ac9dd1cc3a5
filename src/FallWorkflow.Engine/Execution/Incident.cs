namespace FallWorkflow.Engine.Execution;

/// <summary>A surprise that stopped one instance.</summary>
/// <param name="Exception">Name of the exception type, without namespace.</param>
public sealed record Incident(string ActivityId, string ActivityType, string Message, string Exception, DateTimeOffset At);
