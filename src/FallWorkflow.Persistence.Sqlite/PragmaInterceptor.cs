using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FallWorkflow.Persistence.Sqlite;

/// <summary>
/// Settings that SQLite keeps per connection. synchronous=FULL: in WAL mode the weaker default of some builds may lose the
/// last commits when the power fails, after the partner has already got the message.
/// </summary>
internal sealed class PragmaInterceptor(TimeSpan busyTimeout, bool syncEveryCommit) : DbConnectionInterceptor
{
    private readonly string _pragmas = string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA busy_timeout={(int)busyTimeout.TotalMilliseconds};PRAGMA synchronous={(syncEveryCommit ? "FULL" : "NORMAL")};PRAGMA foreign_keys=ON;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite runs in this process; there is nothing to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
