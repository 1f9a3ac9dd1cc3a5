using System.Data.Common;
using FallWorkflow.Persistence;
using FallWorkflow.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FallWorkflow.Jobs.Tests.Umgebung;

/// <summary>A fresh, migrated database.</summary>
public abstract class Testdatenbank : IAsyncDisposable
{
    public abstract string Provider { get; }

    public string ConnectionString { get; private set; } = "";

    public abstract DatabaseDialect Dialect { get; }

    public async Task CreateAsync()
    {
        ConnectionString = await CreateDatabaseAsync();
        await using var services = new ServiceCollection().AddFallWorkflowPersistence(Dialect, ConnectionString).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
    }

    public async Task<long> CountAsync(string tabelle) => Convert.ToInt64(await ScalarAsync($"SELECT COUNT(*) FROM {tabelle}"), null);

    /// <summary>Loses everything that Quartz remembers.</summary>
    public async Task DeleteQuartzRowsAsync()
    {
        // In the order of the foreign keys.
        foreach (var tabelle in (string[])
            ["SIMPLE_TRIGGERS", "CRON_TRIGGERS", "SIMPROP_TRIGGERS", "BLOB_TRIGGERS", "FIRED_TRIGGERS", "TRIGGERS", "JOB_DETAILS", "CALENDARS", "PAUSED_TRIGGER_GRPS", "SCHEDULER_STATE", "LOCKS"])
            await ScalarAsync($"DELETE FROM QRTZ_{tabelle}");
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task<string> CreateDatabaseAsync();

    protected abstract DbConnection Connect();

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // Names of tables only, from the constants above.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}

public sealed class OnSqlite : Testdatenbank
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"fallworkflow-jobs-{Guid.NewGuid():N}.db");

    public override string Provider => "Sqlite";

    public override DatabaseDialect Dialect { get; } = new SqliteDialect(TimeSpan.FromSeconds(10));

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(_file + ending);
        return ValueTask.CompletedTask;
    }

    protected override Task<string> CreateDatabaseAsync() =>
        Task.FromResult(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());

    protected override DbConnection Connect() => new SqliteConnection(ConnectionString);
}

public sealed class OnPostgreSql : Testdatenbank
{
    private readonly string _name = $"fallworkflow_jobs_{Guid.NewGuid():N}";

    public override string Provider => "PostgreSql";

    public override DatabaseDialect Dialect { get; } = new PostgreSqlDialect();

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        NpgsqlConnection.ClearPool(new(ConnectionString));
        await (await PostgresServer.Shared).DropDatabaseAsync(_name);
    }

    protected override async Task<string> CreateDatabaseAsync() =>
        await (await PostgresServer.Shared).CreateDatabaseAsync(_name) + ";Maximum Pool Size=20";

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString);
}
