namespace FallWorkflow.Engine.Tests;

/// <summary>A clock that stands still until it is moved; it refuses to arm an operating-system timer.</summary>
internal sealed class MovableTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;

    public void Advance(TimeSpan span) => _now += span;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new InvalidOperationException("The engine must not arm an operating-system timer.");
}
