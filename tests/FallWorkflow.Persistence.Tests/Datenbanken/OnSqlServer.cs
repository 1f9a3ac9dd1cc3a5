using Microsoft.Data.SqlClient;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>A database on the SQL Server named by <c>FALLWORKFLOW_TEST_SQLSERVER</c>; without one these tests are skipped.</summary>
public sealed class OnSqlServer : TestDatabase
{
    public const string EnvironmentVariable = "FALLWORKFLOW_TEST_SQLSERVER";

    private readonly string _name = $"fallworkflow_{Guid.NewGuid():N}";

    public static string? ServerConnection => Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } named ? named : null;

    internal override DatabaseDialect Dialect { get; } = new SqlServerDialect();

    protected override async Task<string> CreateDatabaseAsync()
    {
        await ExecuteAsync($"CREATE DATABASE [{_name}]");
        var connection = new SqlConnectionStringBuilder(ServerConnection) { InitialCatalog = _name }.ToString();
        await MigrateAsync(connection);
        return connection;
    }

    protected override Task DropDatabaseAsync() =>
        ExecuteAsync($"ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_name}]");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqlConnection(ServerConnection);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
