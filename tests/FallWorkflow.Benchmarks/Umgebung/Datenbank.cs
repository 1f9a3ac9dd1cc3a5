using System.Data.Common;
using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence;
using FallWorkflow.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FallWorkflow.Benchmarks.Umgebung;

/// <summary>A real, migrated database of one kind with the service's own persistence on it; gone when disposed of.</summary>
internal sealed class Datenbank : IAsyncDisposable
{
    private static PostgresServer? _server;

    private readonly string? _file;

    private Datenbank(Datenbankart art, string connectionString, string? file)
    {
        Art = art;
        ConnectionString = connectionString;
        _file = file;
    }

    public Datenbankart Art { get; }

    public bool IsSqlite => Art != Datenbankart.PostgreSql;

    public string ConnectionString { get; }

    public string Provider => IsSqlite ? "Sqlite" : "PostgreSql";

    /// <summary>Bytes of the file and of its log; 0 for a server.</summary>
    public long Bytes => _file is null ? 0 : new[] { "", "-wal" }.Select(e => new FileInfo(_file + e)).Where(f => f.Exists).Sum(f => f.Length);

    public static async Task<Datenbank> CreateAsync(Datenbankart art)
    {
        var name = $"fallworkflow_bench_{Guid.NewGuid():N}";
        Datenbank datenbank;
        if (art == Datenbankart.PostgreSql)
        {
            _server ??= await PostgresServer.StartAsync(durable: true);
            datenbank = new(art, await _server.CreateDatabaseAsync(name) + ";Maximum Pool Size=100", null);
        }
        else
        {
            var file = Path.Combine(Path.GetTempPath(), name + ".db");
            datenbank = new(art, new SqliteConnectionStringBuilder { DataSource = file }.ToString(), file);
        }

        await using var services = datenbank.Provide(new());
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
        return datenbank;
    }

    public static async ValueTask StopServerAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    /// <summary>The service's own persistence.</summary>
    public ServiceProvider Provide(PersistenceOptions options)
    {
        DatabaseDialect dialect = IsSqlite ? new SqliteDialect(TimeSpan.FromSeconds(30), syncEveryCommit: Art == Datenbankart.Sqlite) : new PostgreSqlDialect();
        return new ServiceCollection().AddFallWorkflowPersistence(dialect, ConnectionString, options).BuildServiceProvider();
    }

    /// <summary>A plain connection with the settings of the service.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString + ";Max Auto Prepare=200");
        await connection.OpenAsync();
        if (IsSqlite)
            await connection.ExecuteAsync($"PRAGMA busy_timeout=30000;PRAGMA synchronous={(Art == Datenbankart.Sqlite ? "FULL" : "NORMAL")};PRAGMA foreign_keys=ON;{new SqliteDialect().WriterSql}");
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            SqliteConnection.ClearAllPools();
            foreach (var ending in (string[])["", "-wal", "-shm"])
                File.Delete(_file + ending);
        }
        else if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.DropDatabaseAsync(new NpgsqlConnectionStringBuilder(ConnectionString).Database!);
        }
    }
}

internal static class Ausfuehrung
{
    public static async Task ExecuteAsync(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> CountAsync(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
