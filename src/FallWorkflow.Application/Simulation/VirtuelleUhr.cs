namespace FallWorkflow.Application.Simulation;

/// <summary>A clock that stands still until it is moved, and never goes back within a simulation.</summary>
public sealed class VirtuelleUhr(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _jetzt = start;

    public override DateTimeOffset GetUtcNow() => _jetzt;

    /// <summary>Begins anew, for the next simulation on the same engine; the last one must have ended.</summary>
    internal void Restart(DateTimeOffset start) => _jetzt = start;

    public void AdvanceTo(DateTimeOffset instant)
    {
        if (instant > _jetzt)
            _jetzt = instant;
    }
}
