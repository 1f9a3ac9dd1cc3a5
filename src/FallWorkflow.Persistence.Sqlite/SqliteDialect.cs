using FallWorkflow.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence;

/// <summary>One file, one writer at a time; WAL lets readers go on while somebody writes.</summary>
/// <param name="busyTimeout">How long a writer waits for another before <c>StoreUnavailableException</c>; whole seconds, default 5.</param>
/// <param name="syncEveryCommit">
/// Whether a commit is on the disk before it is answered (default). Without, the last commits may be lost when the power
/// fails; only measurements switch it off.
/// </param>
public sealed class SqliteDialect(TimeSpan? busyTimeout = null, bool syncEveryCommit = true) : DatabaseDialect
{
    private readonly TimeSpan _busyTimeout = busyTimeout ?? TimeSpan.FromSeconds(5);

    public override string Name => "Sqlite";

    internal override bool IsEmbedded => true;

    // A group of commits touches more pages than the 2 MB that SQLite keeps by default; it would write them twice and read them again.
    // 32 MB for this one connection, and the log copied back into the file every 16 MB instead of every 4.
    internal override string WriterSql => "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;";

    internal override bool GroupsCommits => true;

    internal override bool Prepares => true;

    internal override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        // The driver itself repeats a busy statement until its time-out is over; both limits are set alike.
        var builder = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = (int)Math.Ceiling(_busyTimeout.TotalSeconds) };
        options.UseSqlite(builder.ToString(), sqlite => sqlite.MigrationsAssembly(typeof(SqliteDialect).Assembly))
            .AddInterceptors(new PragmaInterceptor(_busyTimeout, syncEveryCommit));
    }

    internal override StoreFailure Classify(Exception exception) => exception switch
    {
        // 2067: UNIQUE, 1555: PRIMARY KEY, 787: FOREIGN KEY (a row of what somebody else has deleted meanwhile)
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 or 787 } => StoreFailure.Conflict,
        // 5: BUSY, 6: LOCKED, 7: NOMEM, 8: READONLY, 10: IOERR, 13: FULL, 14: CANTOPEN
        SqliteException { SqliteErrorCode: 5 or 6 or 7 or 8 or 10 or 13 or 14 } => StoreFailure.Unavailable,
        _ => StoreFailure.Unknown,
    };
}
