using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>Contexts that know their database's language and are connected to nothing.</summary>
internal static class Contexts
{
    public static FallWorkflowDbContext Unconnected(string provider, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<FallWorkflowDbContext>();
        (DatabaseDialect dialect, string connection) = provider switch
        {
            "Sqlite" => ((DatabaseDialect)new SqliteDialect(), "Data Source=:memory:"),
            "PostgreSql" => (new PostgreSqlDialect(), "Host=nirgends.invalid"),
            _ => (new SqlServerDialect(), "Server=nirgends.invalid;Connect Timeout=1"),
        };
        dialect.Configure(options, connection);
        configure?.Invoke(options);
        return new(options.Options);
    }
}
