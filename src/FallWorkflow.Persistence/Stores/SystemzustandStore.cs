using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class SystemzustandStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : ISystemzustand
{
    public Task<Systemzustand?> FindAsync(CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Systemzustand>().AsNoTracking().SingleOrDefaultAsync(cancellation);
    });

    public Task<Systemzustand> CreateAsync(Systemart art, DateTimeOffset jetzt, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Set<Systemzustand>().SingleOrDefaultAsync(cancellation) is { } bisher)
        {
            return bisher.Art == art
                ? bisher
                : throw new InvalidOperationException($"This database was created as {bisher.Art}; it does not become {art}.");
        }

        var neu = new Systemzustand { Art = art, ErstelltAm = jetzt };
        context.Add(neu).Property<int>("Id").CurrentValue = StammdatenConfiguration.Einzige;
        await context.SaveChangesAsync(cancellation);
        return neu;
    });

    public Task SetTestClockAsync(DateTimeOffset instant, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var zustand = await context.Set<Systemzustand>().SingleOrDefaultAsync(cancellation)
            ?? throw new InvalidOperationException("The database has not been set up.");
        if (zustand.Art == Systemart.Produktiv)
            throw new InvalidOperationException("This database holds real cases; its clock cannot be moved.");
        if (instant < zustand.TestClock)
            throw new InvalidOperationException("The test clock goes forward only.");
        zustand.TestClock = instant;
        await context.SaveChangesAsync(cancellation);
    });
}
