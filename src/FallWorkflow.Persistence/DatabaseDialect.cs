using System.Data.Common;
using FallWorkflow.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence;

/// <summary>What differs between the databases. Everything else is the same code on all of them.</summary>
public abstract class DatabaseDialect
{
    /// <summary>Name in the configuration (<c>Database:Provider</c>).</summary>
    public abstract string Name { get; }

    /// <summary>Asks the server for its present instant in UTC; null where it has no clock of its own.</summary>
    internal virtual string? ClockSql => null;

    /// <summary>Chooses the provider and the assembly that holds its migrations.</summary>
    internal abstract void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>Whether the database runs in this process: one writer at a time, and waiting for it blocks the thread.</summary>
    internal virtual bool IsEmbedded => false;

    /// <summary>Settings for the one connection that writes; null where there is no such one, or nothing to set.</summary>
    internal virtual string? WriterSql => null;

    /// <summary>Whether several units of work may share a transaction, each behind a savepoint.</summary>
    internal virtual bool GroupsCommits => false;

    /// <summary>Whether several statements are sent in one round trip.</summary>
    internal virtual bool SendsBatches => false;

    /// <summary>Whether a command is worth preparing for later uses.</summary>
    internal virtual bool Prepares => false;

    /// <summary>
    /// Makes the connection plan every query for its own values; null where that is so anyway, or does not matter. The beginning of a word may
    /// be one Fall's or everybody's: a plan made for neither is bad for one of them. And by one process: many people ask at a time.
    /// </summary>
    internal virtual string? PlanForValuesSql => null;

    /// <summary>
    /// One statement that does what several do, each with parameters of its own, and fails by itself, as a conflict, unless each of those that must
    /// find rows finds all of them. Like the three forms below and their parameters only asked for where <see cref="SendsBatches"/>.
    /// </summary>
    internal virtual string Together(IReadOnlyList<RowCommand> commands) => throw OneByOne();

    /// <summary>Inserts a row for each place of the arrays that its parameters are.</summary>
    internal virtual string InsertMany(string table, IReadOnlyList<string> columns) => throw OneByOne();

    /// <summary>Updates a row for each place of its parameters' arrays, the changed columns before the guarding ones.</summary>
    internal virtual string UpdateMany(string table, IReadOnlyList<string> changed, IReadOnlyList<string> guards) => throw OneByOne();

    /// <summary>Likewise deletes.</summary>
    internal virtual string DeleteMany(string table, IReadOnlyList<string> guards) => throw OneByOne();

    /// <summary>A parameter for arrays of what <paramref name="one"/> takes.</summary>
    internal virtual DbParameter ManyParameter(DbParameter one) => throw OneByOne();

    /// <summary>How a statement names its parameter number <paramref name="index"/>, from 0.</summary>
    internal virtual string Marker(int index) => $"@p{index}";

    /// <summary>The name that the driver gives to that parameter.</summary>
    internal virtual string ParameterName(int index) => $"@p{index}";

    /// <summary>What an exception of this database's driver means; the caller looks at inner exceptions too.</summary>
    internal abstract StoreFailure Classify(Exception exception);

    private NotSupportedException OneByOne() => new($"{Name} takes one statement after the other.");
}
