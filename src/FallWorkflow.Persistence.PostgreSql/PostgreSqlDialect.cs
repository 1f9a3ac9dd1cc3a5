using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using FallWorkflow.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace FallWorkflow.Persistence;

public sealed partial class PostgreSqlDialect : DatabaseDialect
{
    private const string MaxAutoPrepare = "Max Auto Prepare";

    private static readonly string[] Markers = [.. Enumerable.Range(1, 64 * 2).Select(n => $"${n}")];

    public override string Name => "PostgreSql";

    internal override string ClockSql => "SELECT clock_timestamp() AT TIME ZONE 'UTC'";

    internal override string PlanForValuesSql => "SET plan_cache_mode = force_custom_plan; SET max_parallel_workers_per_gather = 0";

    internal override bool GroupsCommits => true;

    internal override bool SendsBatches => true;

    internal override bool Prepares => true;

    // Npgsql would have to rewrite names into numbers for every execution.
    internal override string Marker(int index) => Markers[index];

    internal override string ParameterName(int index) => "";

    // The parts run as one statement of one snapshot; too few rows divide by zero, which undoes all of it without asking the program first.
    internal override string Together(IReadOnlyList<RowCommand> commands)
    {
        var parts = new List<string>();
        var found = new List<string>();
        var parameters = 0;
        foreach (var command in commands)
        {
            var shift = parameters;
            var sql = Number().Replace(command.Sql, n => $"${shift + int.Parse(n.ValueSpan[1..], NumberStyles.None, CultureInfo.InvariantCulture)}");
            if (command.MustFind)
                found.Add($"(SELECT COUNT(*) = {(command.IsMany ? $"CARDINALITY(${shift + 1})" : "1")} FROM p{parts.Count})");
            parts.Add($"p{parts.Count} AS ({sql}{(command.MustFind ? " RETURNING 1" : "")})");
            parameters += command.Values.Length;
        }

        return $"WITH {string.Join(", ", parts)} SELECT {(found.Count == 0 ? "1" : $"1 / ({string.Join(" AND ", found)})::int")}";
    }

    internal override string InsertMany(string table, IReadOnlyList<string> columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT * FROM {Arrays(columns.Count)}";

    internal override string UpdateMany(string table, IReadOnlyList<string> changed, IReadOnlyList<string> guards) =>
        $"UPDATE {table} AS t SET {string.Join(", ", changed.Select((c, i) => $"{c} = v.c{i}"))} FROM {Arrays(changed.Count + guards.Count)} WHERE {Guarded(guards, changed.Count)}";

    internal override string DeleteMany(string table, IReadOnlyList<string> guards) =>
        $"DELETE FROM {table} AS t USING {Arrays(guards.Count)} WHERE {Guarded(guards, 0)}";

    internal override DbParameter ManyParameter(DbParameter one) =>
        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | ((NpgsqlParameter)one).NpgsqlDbType };

    internal override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        // The statements of a burst are few and come again and again; the server need not plan them each time. A connection
        // string that names the setting keeps its own (0 for poolers that cannot keep prepared statements).
        if (!connectionString.Contains(MaxAutoPrepare, StringComparison.OrdinalIgnoreCase))
            builder.MaxAutoPrepare = 200;
        options.UseNpgsql(builder.ToString(), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDialect).Assembly));
    }

    internal override StoreFailure Classify(Exception exception) => exception switch
    {
        PostgresException postgres => Classify(postgres.SqlState),
        // Anything else the driver throws is about the connection: refused, broken, timed out.
        NpgsqlException => StoreFailure.Unavailable,
        _ => StoreFailure.Unknown,
    };

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Number();

    private static string Arrays(int count) =>
        $"UNNEST({string.Join(", ", Markers.Take(count))}) AS v({string.Join(", ", Enumerable.Range(0, count).Select(i => $"c{i}"))})";

    private static string Guarded(IReadOnlyList<string> guards, int from) =>
        string.Join(" AND ", guards.Select((g, i) => $"t.{g} = v.c{from + i}"));

    private static StoreFailure Classify(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.DivisionByZero
            // A row of what somebody else has deleted meanwhile.
            or PostgresErrorCodes.ForeignKeyViolation => StoreFailure.Conflict,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction => StoreFailure.Unavailable,
        // Classes: connection, insufficient resources, operator intervention (shutdown, cancelled), system error.
        _ when sqlState[..2] is "08" or "53" or "57" or "58" => StoreFailure.Unavailable,
        _ => StoreFailure.Unknown,
    };
}
