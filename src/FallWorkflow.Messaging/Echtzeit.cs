namespace FallWorkflow.Messaging;

/// <summary>
/// Real time for leases and pauses. A type of its own, since the registered <see cref="TimeProvider"/> may be a test or demo
/// clock that stands still or jumps by weeks.
/// </summary>
internal sealed record Echtzeit(TimeProvider Uhr);
