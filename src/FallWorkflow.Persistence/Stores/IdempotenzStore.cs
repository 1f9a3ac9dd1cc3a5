using FallWorkflow.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class IdempotenzStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IIdempotenz
{
    public Task<IdempotenteAntwort?> FindAsync(string key, string akteurId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<IdempotenteAntwort>().AsNoTracking().SingleOrDefaultAsync(i => i.Key == key && i.AkteurId == akteurId, cancellation);
    });

    public Task<bool> SaveAsync(IdempotenteAntwort antwort, CancellationToken cancellation = default) =>
        FirstWins.AddAsync(contexts, guard, antwort, cancellation);

    public Task<int> CleanAsync(DateTimeOffset before, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<IdempotenteAntwort>().Where(i => i.At < before).ExecuteDeleteAsync(cancellation);
    });
}
