using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.UnitsOfWork;

internal static class AddedInOrder
{
    /// <summary>Adds and remembers the order of adding.</summary>
    public static void AddInOrder<T>(this FallWorkflowDbContext context, T entity)
        where T : class => context.Add(entity).Property<long>(Reihenfolge.Spalte).CurrentValue = Reihenfolge.Next();
}
