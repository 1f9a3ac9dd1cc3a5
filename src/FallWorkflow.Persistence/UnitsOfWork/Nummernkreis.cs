using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>
/// Gives numbers to new Fälle, each in a short transaction of its own: two handovers at the same time do not wait for
/// each other's processes. A transaction that fails afterwards leaves a gap, which is allowed; a double is not.
/// </summary>
internal sealed class Nummernkreis(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard)
{
    public Task<string> NextAsync(int jahr, CancellationToken cancellation) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var kreis = context.Set<NummernkreisRow>().AsNoTracking();
        while (true)
        {
            var letzte = await kreis.Where(n => n.Jahr == jahr).Select(n => (int?)n.Letzte).SingleOrDefaultAsync(cancellation);
            if (letzte is not { } bisher)
            {
                await OpenAsync(context, jahr, cancellation);
                continue;
            }

            var naechste = bisher + 1;
            var gewonnen = await kreis.Where(n => n.Jahr == jahr && n.Letzte == bisher)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.Letzte, naechste), cancellation);
            if (gewonnen == 1)
                return $"FM-{jahr:D4}-{naechste:D5}";
        }
    });

    private static async Task OpenAsync(FallWorkflowDbContext context, int jahr, CancellationToken cancellation)
    {
        context.Add(new NummernkreisRow { Jahr = jahr, Letzte = 0 });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody else has opened the year; if the reason was another one, the next read meets it again.
        }

        context.ChangeTracker.Clear();
    }
}
