using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence;

/// <summary>Brings the schema up to date, or refuses to work with one that it does not know.</summary>
public sealed class DatabaseMigrator
{
    private readonly IDbContextFactory<FallWorkflowDbContext> _contexts;
    private readonly StoreGuard _guard;

    internal DatabaseMigrator(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard)
    {
        _contexts = contexts;
        _guard = guard;
    }

    /// <summary>Creates the database if it is missing and applies what it lacks. For the demo, tests and the migration job.</summary>
    /// <exception cref="SchemaMismatchException">The schema is newer than this program.</exception>
    public Task MigrateAsync(CancellationToken cancellation = default) => _guard.RunAsync(async () =>
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        if (await context.Database.CanConnectAsync(cancellation))
            RefuseNewer(await UnknownAsync(context, cancellation));
        await context.Database.MigrateAsync(cancellation);
    });

    /// <summary>What <c>serve</c> asks before it starts.</summary>
    /// <exception cref="SchemaMismatchException">The schema is older or newer than this program; the message says what to do.</exception>
    /// <exception cref="Application.Ports.StoreUnavailableException">The database cannot be reached.</exception>
    public Task EnsureSchemaIsCurrentAsync(CancellationToken cancellation = default) => _guard.RunAsync(async () =>
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation);
        RefuseNewer(await UnknownAsync(context, cancellation));
        var missing = (await context.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (missing.Count > 0)
        {
            throw new SchemaMismatchException(
                $"The database is older than this program: {string.Join(", ", missing)} not applied. Run the migration job first, then start again.", isNewer: false, missing);
        }
    });

    private static async Task<IReadOnlyList<string>> UnknownAsync(FallWorkflowDbContext context, CancellationToken cancellation) =>
        [.. (await context.Database.GetAppliedMigrationsAsync(cancellation)).Except(context.Database.GetMigrations(), StringComparer.Ordinal)];

    private static void RefuseNewer(IReadOnlyList<string> unknown)
    {
        if (unknown.Count > 0)
        {
            throw new SchemaMismatchException(
                $"The database is newer than this program: it has {string.Join(", ", unknown)}, which this version does not know. Start the newer version of the program.", isNewer: true, unknown);
        }
    }
}
