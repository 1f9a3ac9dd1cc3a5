using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence;

/// <summary>
/// Derives what the lists search and sort by for Fälle that were written by other rules (<see cref="FallRow.Listenstand"/>), some Fälle to
/// a transaction. It can be interrupted at any time, and run by several nodes at once: who is slower on a Fall tries again.
/// </summary>
public sealed class Listenaufbau
{
    private const int Portion = 100;
    private const int MaxVersuche = 50;

    private readonly IDbContextFactory<FallWorkflowDbContext> _contexts;
    private readonly StoreGuard _guard;

    internal Listenaufbau(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard)
    {
        _contexts = contexts;
        _guard = guard;
    }

    /// <returns>How many Fälle were written.</returns>
    public Task<int> RunAsync(CancellationToken cancellation = default) => _guard.RunAsync(async () =>
    {
        var (alle, versuche) = (0, 0);
        while (true)
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellation);
            var rows = await NextAsync(context, cancellation);
            if (rows.Count == 0)
                return alle;
            try
            {
                await WriteAsync(context, rows, cancellation);
                (alle, versuche) = (alle + rows.Count, 0);
            }
            catch (DbUpdateException) when (++versuche < MaxVersuche)
            {
                // Somebody wrote to one of them meanwhile, or derives them too.
            }
        }
    });

    internal static Task<List<FallRow>> NextAsync(FallWorkflowDbContext context, CancellationToken cancellation) =>
        context.Set<FallRow>().Where(f => f.Listenstand < Listenwerte.Stand).OrderBy(f => f.Listenstand).Take(Portion).ToListAsync(cancellation);

    internal static async Task<(ILookup<Guid, EintragRow> Akten, ILookup<Guid, Aufgabe> Aufgaben, ILookup<Guid, SuchwortRow> Woerter)> ReadAsync(
        FallWorkflowDbContext context, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var akten = await context.Set<EintragRow>().AsNoTracking().Where(e => ids.Contains(e.FallId)).OrderBy(e => e.Nr).ToListAsync(cancellation);
        var aufgaben = await context.Set<Aufgabe>().AsNoTracking().Where(a => ids.Contains(a.FallId) && a.Status == Aufgabenstatus.Offen).ToListAsync(cancellation);
        var woerter = await context.Set<SuchwortRow>().Where(w => ids.Contains(w.FallId)).ToListAsync(cancellation);
        return (akten.ToLookup(e => e.FallId), aufgaben.ToLookup(a => a.FallId), woerter.ToLookup(w => w.FallId));
    }

    private static async Task WriteAsync(FallWorkflowDbContext context, IReadOnlyList<FallRow> rows, CancellationToken cancellation)
    {
        var (akten, aufgaben, woerter) = await ReadAsync(context, [.. rows.Select(r => r.Id)], cancellation);
        foreach (var row in rows)
        {
            AkteMapping.WriteHeader(Fall.Load(row.Id, row.Nummer, row.BueroId, akten[row.Id].Select(AkteMapping.ToEintrag), row.Version), row);
            row.NaechsteFaelligkeit = Listenwerte.FaelligkeitOf(aufgaben[row.Id]);
            row.Listenstand = Listenwerte.Stand;
            row.Takt++;
            var neue = Listenwerte.WoerterOf(row).ToDictionary(w => w.Wort);
            foreach (var bisheriges in woerter[row.Id].Where(w => !neue.Remove(w.Wort)))
                context.Remove(bisheriges);
            context.AddRange(neue.Values);
        }

        await context.SaveChangesAsync(cancellation);
    }
}
