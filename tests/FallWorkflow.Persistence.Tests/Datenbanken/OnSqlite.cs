using Microsoft.Data.Sqlite;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>SQLite in a temporary file, copied from one that was migrated once.</summary>
public sealed class OnSqlite : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(() => new OnSqlite().MigrateTemplateAsync());

    private readonly string _file = TempFile();

    internal override DatabaseDialect Dialect { get; } = new SqliteDialect(TimeSpan.FromSeconds(10));

    public static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    protected override async Task<string> CreateDatabaseAsync()
    {
        File.Copy(await Template.Value, _file);
        return ConnectionTo(_file);
    }

    protected override Task DropDatabaseAsync()
    {
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(_file + ending);
        return Task.CompletedTask;
    }

    private static string TempFile() => Path.Combine(Path.GetTempPath(), $"fallworkflow-{Guid.NewGuid():N}.db");

    private async Task<string> MigrateTemplateAsync()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(_file);
        await MigrateAsync(ConnectionTo(_file));
        return _file;
    }
}
