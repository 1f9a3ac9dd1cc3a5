using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

/// <summary>Adds a row whose key may be there already; the unique key decides, not a look beforehand.</summary>
internal static class FirstWins
{
    public static async Task<bool> AddAsync<T>(
        IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard, T row, CancellationToken cancellation)
        where T : class
    {
        try
        {
            await guard.RunAsync(async () =>
            {
                await using var context = await contexts.CreateDbContextAsync(cancellation);
                context.Add(row);
                await context.SaveChangesAsync(cancellation);
            });
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
