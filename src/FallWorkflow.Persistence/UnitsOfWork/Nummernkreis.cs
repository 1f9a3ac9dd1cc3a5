using FallWorkflow.Application.Ports;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>
/// Gives numbers to new Fälle, each in a short transaction of its own: two handovers at the same time do not wait for
/// each other's processes. A transaction that fails afterwards leaves a gap, which is allowed; a double is not.
/// </summary>
internal sealed class Nummernkreis(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard)
{
    /// <summary>Every round one of those who ask at the same time gets its number, so this stands for as many of them.</summary>
    private const int MaxVersuche = 100;

    public Task<string> NextAsync(int jahr, CancellationToken cancellation) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var kreis = context.Set<NummernkreisRow>().AsNoTracking();
        for (var versuch = 0; versuch < MaxVersuche; versuch++)
        {
            var letzte = await kreis.Where(n => n.Jahr == jahr).Select(n => (int?)n.Letzte).SingleOrDefaultAsync(cancellation);
            if (letzte is not { } bisher)
            {
                await OpenAsync(context, jahr, cancellation);
                continue;
            }

            if (await TakeAsync(context, jahr, bisher, cancellation))
                return $"FM-{jahr:D4}-{bisher + 1:D5}";
        }

        throw new ConflictException($"No number of {jahr} could be taken.");
    });

    internal static async Task<bool> TakeAsync(FallWorkflowDbContext context, int jahr, int bisher, CancellationToken cancellation) =>
        await context.Set<NummernkreisRow>().Where(n => n.Jahr == jahr && n.Letzte == bisher)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Letzte, bisher + 1), cancellation) == 1;

    private async Task OpenAsync(FallWorkflowDbContext context, int jahr, CancellationToken cancellation)
    {
        context.Add(new NummernkreisRow { Jahr = jahr, Letzte = 0 });
        try
        {
            await guard.RunAsync(() => context.SaveChangesAsync(cancellation));
        }
        catch (ConflictException)
        {
            // Somebody else has opened the year; the next read finds it.
        }

        context.ChangeTracker.Clear();
    }
}
