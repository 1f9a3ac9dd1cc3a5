namespace FallWorkflow.Messaging;

/// <summary>Pauses that double up to a cap; half of each is random, so that nodes that failed together do not return together.</summary>
internal static class BackOff
{
    /// <param name="failures">Failures so far, at least 1.</param>
    /// <param name="from">First pause.</param>
    /// <param name="cap">Longest pause; never exceeded.</param>
    public static TimeSpan After(int failures, TimeSpan from, TimeSpan cap)
    {
        var full = from * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        return (full < cap ? full : cap) * (0.5 + (0.5 * Random.Shared.NextDouble()));
    }
}
