namespace FallWorkflow.Engine.Replay;

/// <summary>Stands at the instant of the entry that is due next.</summary>
internal sealed class ReplayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
