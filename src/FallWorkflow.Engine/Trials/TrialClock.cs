namespace FallWorkflow.Engine.Trials;

/// <summary>The virtual time of one trial: it stands still until a step lets it pass.</summary>
internal sealed class TrialClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new InvalidOperationException("In a trial nothing waits for real time.");
}
