namespace FallWorkflow.Service.Zeitgeber;

/// <summary>
/// Real time as the database server has it, so that leases and due instants mean the same on every node whatever its own clock
/// says. Between two comparisons it goes on with the node's monotonic counter, which no change of the clock moves. Until the
/// first comparison, and on SQLite for good, it is the node's clock.
/// </summary>
internal sealed class Datenbankuhr(TimeProvider knoten) : TimeProvider
{
    private volatile Stand? _stand;

    public override DateTimeOffset GetUtcNow() => _stand is { } stand ? stand.Instant + GetElapsedTime(stand.Timestamp) : knoten.GetUtcNow();

    /// <summary>
    /// Takes over what the server has just answered. The answer is older than its arrival, so this clock is late by the way
    /// of the answer and never early.
    /// </summary>
    /// <returns>How far the node's own clock is ahead.</returns>
    public TimeSpan Set(DateTimeOffset server)
    {
        _stand = new(server, GetTimestamp());
        return knoten.GetUtcNow() - server;
    }

    private sealed record Stand(DateTimeOffset Instant, long Timestamp);
}
