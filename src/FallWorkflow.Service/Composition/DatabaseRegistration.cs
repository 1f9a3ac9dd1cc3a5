using FallWorkflow.Persistence;

namespace FallWorkflow.Service.Composition;

public static class DatabaseRegistration
{
    /// <summary>Names that <c>Database:Provider</c> knows.</summary>
    public static IReadOnlyList<string> Providers { get; } = ["Sqlite", "PostgreSql", "SqlServer"];

    /// <summary>Registers persistence on the database named by the configuration.</summary>
    /// <param name="provider">One of <see cref="Providers"/>, without regard to case.</param>
    /// <exception cref="ArgumentException">The provider is unknown; the message names the possible ones.</exception>
    public static IServiceCollection AddFallWorkflowPersistence(this IServiceCollection services, string provider, string connectionString) =>
        services.AddFallWorkflowPersistence(DialectOf(provider), connectionString);

    public static DatabaseDialect DialectOf(string provider) => provider.ToUpperInvariant() switch
    {
        "SQLITE" => new SqliteDialect(),
        "POSTGRESQL" => new PostgreSqlDialect(),
        "SQLSERVER" => new SqlServerDialect(),
        _ => throw new ArgumentException($"Unknown database provider '{provider}'. Possible: {string.Join(", ", Providers)}.", nameof(provider)),
    };
}
