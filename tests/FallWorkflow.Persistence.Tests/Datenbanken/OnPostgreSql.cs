using FallWorkflow.TestKit;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>A database on a real PostgreSQL, copied from one that was migrated once.</summary>
public sealed class OnPostgreSql : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(() => new OnPostgreSql().MigrateTemplateAsync());

    private readonly string _name = $"fallworkflow_{Guid.NewGuid():N}";

    internal override DatabaseDialect Dialect { get; } = new PostgreSqlDialect();

    protected override async Task<string> CreateDatabaseAsync()
    {
        var template = await Template.Value;
        return await (await PostgresServer.Shared).CreateDatabaseAsync(_name, template) + ";Pooling=true;Maximum Pool Size=20";
    }

    protected override async Task DropDatabaseAsync()
    {
        Npgsql.NpgsqlConnection.ClearPool(new(ConnectionString));
        await (await PostgresServer.Shared).DropDatabaseAsync(_name);
    }

    private async Task<string> MigrateTemplateAsync()
    {
        // Without pooling, since a template must have no open connections.
        await MigrateAsync(await (await PostgresServer.Shared).CreateDatabaseAsync(_name) + ";Pooling=false");
        return _name;
    }
}
