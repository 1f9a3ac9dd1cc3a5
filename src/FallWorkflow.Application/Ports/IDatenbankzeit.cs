namespace FallWorkflow.Application.Ports;

/// <summary>The clock that all nodes on one database have in common.</summary>
public interface IDatenbankzeit
{
    /// <summary>The database server's present instant (UTC); null where the database has no clock of its own (SQLite).</summary>
    /// <exception cref="StoreUnavailableException"/>
    Task<DateTimeOffset?> NowAsync(CancellationToken cancellation = default);
}
