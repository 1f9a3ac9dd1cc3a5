using System.Linq.Expressions;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>Reads that see what this unit of work has added, changed and removed, before anything is saved.</summary>
internal static class TrackedQueries
{
    /// <summary>Rows of the database merged with the tracked objects, in order of <paramref name="order"/>, then of being added.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T, TKey>(
        this FallWorkflowDbContext context, Expression<Func<T, bool>> predicate, Func<T, TKey> order, CancellationToken cancellation)
        where T : class
    {
        await context.Set<T>().Where(predicate).LoadAsync(cancellation);

        // The database answers for the state at the last commit; a tracked object may have come, gone or changed since.
        // What was loaded is tracked as well, so the tracker now holds every candidate.
        var present = context.ChangeTracker.Entries<T>().Where(e => e.State != EntityState.Deleted).ToList();
        if (present.Count == 0)
            return [];
        var matches = predicate.Compile(preferInterpretation: true);
        return [.. present.Where(e => matches(e.Entity))
            .OrderBy(e => order(e.Entity))
            .ThenBy(e => e.Property<long>(Reihenfolge.Spalte).CurrentValue)
            .Select(e => e.Entity)];
    }

    /// <summary>By key; the tracked object if there is one, null if this unit of work has removed it.</summary>
    public static Task<T?> FindTrackedAsync<T>(this FallWorkflowDbContext context, object key, CancellationToken cancellation)
        where T : class => context.FindTrackedAsync<T>([key], cancellation);

    /// <summary>As above, for a key of several parts.</summary>
    public static async Task<T?> FindTrackedAsync<T>(this FallWorkflowDbContext context, object[] key, CancellationToken cancellation)
        where T : class
    {
        var found = await context.FindAsync<T>(key, cancellation);
        return found is null || context.Entry(found).State == EntityState.Deleted ? null : found;
    }

    /// <summary>Adds and remembers the order of adding.</summary>
    public static void AddInOrder<T>(this FallWorkflowDbContext context, T entity)
        where T : class => context.Add(entity).Property<long>(Reihenfolge.Spalte).CurrentValue = Reihenfolge.Next();
}
