using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence;

/// <summary>What differs between the databases. Everything else is the same code on all of them.</summary>
public abstract class DatabaseDialect
{
    /// <summary>Name in the configuration (<c>Database:Provider</c>).</summary>
    public abstract string Name { get; }

    /// <summary>Chooses the provider and the assembly that holds its migrations.</summary>
    internal abstract void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>What an exception of this database's driver means; the caller looks at inner exceptions too.</summary>
    internal abstract StoreFailure Classify(Exception exception);
}
