namespace FallWorkflow.Application.Simulation;

/// <summary>A clock that stands still until it is moved, and never goes back.</summary>
public sealed class VirtuelleUhr(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _jetzt = start;

    public override DateTimeOffset GetUtcNow() => _jetzt;

    public void AdvanceTo(DateTimeOffset instant)
    {
        if (instant > _jetzt)
            _jetzt = instant;
    }
}
