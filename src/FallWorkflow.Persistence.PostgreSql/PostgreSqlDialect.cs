using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FallWorkflow.Persistence;

public sealed class PostgreSqlDialect : DatabaseDialect
{
    public override string Name => "PostgreSql";

    internal override void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDialect).Assembly));

    internal override StoreFailure Classify(Exception exception) => exception switch
    {
        PostgresException postgres => Classify(postgres.SqlState),
        // Anything else the driver throws is about the connection: refused, broken, timed out.
        NpgsqlException => StoreFailure.Unavailable,
        _ => StoreFailure.Unknown,
    };

    private static StoreFailure Classify(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => StoreFailure.Conflict,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction => StoreFailure.Unavailable,
        // Classes: connection, insufficient resources, operator intervention (shutdown, cancelled), system error.
        _ when sqlState[..2] is "08" or "53" or "57" or "58" => StoreFailure.Unavailable,
        _ => StoreFailure.Unknown,
    };
}
