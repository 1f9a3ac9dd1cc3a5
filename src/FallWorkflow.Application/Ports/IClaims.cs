namespace FallWorkflow.Application.Ports;

/// <summary>Work that a worker has claimed for a while: a timer, a trigger or a request.</summary>
public interface IClaimed
{
    /// <summary>Failed attempts so far.</summary>
    int Attempts { get; }

    /// <summary>The lease of a former owner ran out: that process ended, or froze, with this in hand.</summary>
    bool Abandoned { get; }
}

/// <summary>What may become of a claim that does not succeed. Nothing happens to what is gone, or somebody else's by now.</summary>
public interface IClaims<in T>
    where T : IClaimed
{
    /// <summary>Counts an attempt before it is made, so that it counts even if it ends the process. False if there is nothing to attempt.</summary>
    Task<bool> CountAttemptAsync(T claimed, CancellationToken cancellation = default);

    /// <summary>Gives it back, to be tried again by anybody from <paramref name="notBefore"/> (real time).</summary>
    Task ReleaseAsync(T claimed, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>Gives it back after a failed attempt, to be tried again from <paramref name="notBefore"/> (real time).</summary>
    Task MarkFailedAsync(T claimed, string error, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>Gives it up after so many failed attempts: it is not claimed again until a person says so, or its due instant changes.</summary>
    Task ParkAsync(T claimed, int attempts, string error, DateTimeOffset at, CancellationToken cancellation = default);
}
