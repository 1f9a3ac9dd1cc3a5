using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Prozesse;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class ProzessentwurfStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IProzessentwuerfe
{
    public Task<IReadOnlyList<Entwurfsstand>> OpenAsync(CancellationToken cancellation = default) => guard.RunAsync<IReadOnlyList<Entwurfsstand>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Open(context).ToListAsync(cancellation);
    });

    internal static IQueryable<Entwurfsstand> Open(FallWorkflowDbContext context) =>
        context.Set<Entwurfsstand>().AsNoTracking()
            .Where(e => e.Json != null && !context.Set<Entwurfsstand>().Any(s => s.DefinitionId == e.DefinitionId && s.Nr > e.Nr))
            .OrderBy(e => e.DefinitionId);

    public Task<Entwurfsstand?> FindAsync(string definitionId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await OfDefinition(context, definitionId).FirstOrDefaultAsync(cancellation);
    });

    public Task<Entwurfsstand?> FindAsync(string definitionId, int nr, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<Entwurfsstand>().AsNoTracking().SingleOrDefaultAsync(e => e.DefinitionId == definitionId && e.Nr == nr, cancellation);
    });

    public Task<IReadOnlyList<Entwurfszeile>> RowsAsync(string definitionId, int? vorNr, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Entwurfszeile>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await Rows(OfDefinition(context, definitionId).Where(e => vorNr == null || e.Nr < vorNr).Take(max)).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<Entwurfszeile>> PublicationsAsync(string definitionId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Entwurfszeile>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await Rows(Publications(context, definitionId)).ToListAsync(cancellation);
        });

    internal static IQueryable<Entwurfsstand> Publications(FallWorkflowDbContext context, string definitionId) =>
        OfDefinition(context, definitionId).Where(e =>
            e.Art == Entwurfsart.Veroeffentlicht || e.Art == Entwurfsart.AusDatei || e.Art == Entwurfsart.AusProgramm || e.Art == Entwurfsart.Beantragt
            || e.Art == Entwurfsart.Importiert);

    public Task<IReadOnlyList<Veroeffentlichungsantrag>> RequestsAsync(CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Veroeffentlichungsantrag>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var offen = Undecided(context);
            var zeilen = await Rows(offen).ToListAsync(cancellation);
            var spaeter = (await offen.Where(e => context.Set<Entwurfsstand>().Any(s => s.DefinitionId == e.DefinitionId && s.Nr > e.Nr))
                .Select(e => e.DefinitionId).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
            return [.. zeilen.OrderBy(z => z.At).Select(z => new Veroeffentlichungsantrag(z, spaeter.Contains(z.DefinitionId)))];
        });

    /// <summary>The latest request of each definition, as long as nothing has come after it that decides it.</summary>
    internal static IQueryable<Entwurfsstand> Undecided(FallWorkflowDbContext context) =>
        context.Set<Entwurfsstand>().AsNoTracking().Where(e => e.Art == Entwurfsart.Beantragt && !context.Set<Entwurfsstand>().Any(s =>
            s.DefinitionId == e.DefinitionId && s.Nr > e.Nr
            && (s.Art == Entwurfsart.Beantragt || s.Art == Entwurfsart.Veroeffentlicht || s.Art == Entwurfsart.Abgelehnt || s.Art == Entwurfsart.Verworfen)));

    private static IQueryable<Entwurfszeile> Rows(IQueryable<Entwurfsstand> staende) =>
        staende.Select(e => new Entwurfszeile(e.DefinitionId, e.Nr, e.Art, e.Version, e.Name, e.Json != null, e.At, e.AkteurId, e.Begruendung));

    public Task<IReadOnlyList<Entwurfsstand>> HistoryAsync(string definitionId, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Entwurfsstand>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await OfDefinition(context, definitionId).Take(max).ToListAsync(cancellation);
        });

    internal static IQueryable<Entwurfsstand> OfDefinition(FallWorkflowDbContext context, string definitionId) =>
        context.Set<Entwurfsstand>().AsNoTracking().Where(e => e.DefinitionId == definitionId).OrderByDescending(e => e.Nr);

    public Task AppendAsync(Entwurfsstand stand, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(stand);
        await context.SaveChangesAsync(cancellation);
    });
}
