namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovableTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;

    public void Advance(TimeSpan span) => _now += span;
}
