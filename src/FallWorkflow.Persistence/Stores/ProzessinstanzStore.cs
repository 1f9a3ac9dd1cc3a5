using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Journal;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Stores;

internal sealed class ProzessinstanzStore(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IProzessinstanzen
{
    public Task<IReadOnlyList<Prozessinstanz>> OfVersionAsync(string versionId, string? nachId, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Prozessinstanz>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await OfVersion(context, versionId, nachId).Take(max).ToListAsync(cancellation);
        });

    public Task<IReadOnlyList<Prozessfall>> FaelleOfVersionAsync(
        string versionId, string? bueroId, string? nachNummer, int max, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Prozessfall>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var faelle = await FaelleOfVersion(context, versionId, bueroId, nachNummer).OrderBy(f => f.Nummer).Take(max).ToListAsync(cancellation);
            var korrelationen = faelle.Select(f => f.Korrelation).ToList();
            var instanzen = (await context.Set<WorkflowInstance>().AsNoTracking()
                .Where(i => korrelationen.Contains(i.CorrelationId!) && i.DefinitionVersionId == versionId
                    && (i.Status == WorkflowStatus.Running || i.SubStatus == WorkflowSubStatus.Faulted))
                .OrderBy(i => i.Id).Select(i => new { i.CorrelationId, i.Id }).ToListAsync(cancellation)).ToLookup(i => i.CorrelationId, i => i.Id);
            return [.. faelle.Select(f => new Prozessfall(f.Id, f.Nummer, f.BueroId, [.. instanzen[f.Korrelation]]))];
        });

    public Task<int> CountFaelleAsync(string versionId, string? bueroId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await FaelleOfVersion(context, versionId, bueroId, null).CountAsync(cancellation);
    });

    public Task<IReadOnlyList<Guid>> FaelleOhneAsync(Fallstatus status, string definitionId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Guid>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await FaelleOhne(context, status, definitionId).ToListAsync(cancellation);
        });

    internal static IQueryable<Guid> FaelleOhne(FallWorkflowDbContext context, Fallstatus status, string definitionId) =>
        context.Set<FallRow>().AsNoTracking()
            .Where(f => f.Status == status && !context.Set<WorkflowInstance>().Any(i => i.CorrelationId == f.Korrelation && i.DefinitionId == definitionId))
            .Select(f => f.Id);

    public Task<IReadOnlyList<Wartestelle>> WartendeAsync(string versionId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<Wartestelle>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            List<Wartestelle> stellen = [];
            string? nach = null;
            while (await OfVersion(context, versionId, nach).Take(500).ToListAsync(cancellation) is { Count: > 0 } stapel)
            {
                nach = stapel[^1].InstanzId;
                var ids = stapel.Select(i => i.InstanzId).ToList();
                var wartende = (await context.Set<WorkflowInstance>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancellation))
                    .SelectMany(i => InstanceSnapshot.Of(i).Waiting.Select(w => (i.Id, i.CreatedAt, w.ExecutionId, w.ActivityId))).ToList();
                var ausfuehrungen = wartende.Select(w => w.ExecutionId).ToList();
                var seit = (await context.Set<JournalEntry>().AsNoTracking()
                    .Where(j => ids.Contains(j.InstanceId) && j.Kind == JournalKinds.ActivityStarted && ausfuehrungen.Contains(j.ExecutionId!))
                    .Select(j => new { j.ExecutionId, j.At }).ToListAsync(cancellation)).ToLookup(j => j.ExecutionId, j => j.At);
                var nummern = stapel.ToDictionary(i => i.InstanzId, i => i.FallNummer, StringComparer.Ordinal);
                stellen.AddRange(wartende.Select(w => new Wartestelle(w.Id, nummern[w.Id], w.ActivityId, seit[w.ExecutionId].DefaultIfEmpty(w.CreatedAt).Max())));
            }

            return stellen;
        });

    // The comparison happens in the database, whose own order is the one that is paged by.
#pragma warning disable CA1309, CA1310
    internal static IQueryable<FallRow> FaelleOfVersion(FallWorkflowDbContext context, string versionId, string? bueroId, string? nachNummer) =>
        context.Set<FallRow>().AsNoTracking().Where(f =>
            (bueroId == null || f.BueroId == bueroId)
            && (nachNummer == null || string.Compare(f.Nummer, nachNummer) > 0)
            && context.Set<WorkflowInstance>().Any(i => i.CorrelationId == f.Korrelation && i.DefinitionVersionId == versionId
                && (i.Status == WorkflowStatus.Running || i.SubStatus == WorkflowSubStatus.Faulted)));
#pragma warning restore CA1309, CA1310

    public Task<Ergebnisseite<Prozesslauf>> ListAsync(Lauffilter filter, string? bueroId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var alle = Matching(context, filter, bueroId);
        var groesse = Math.Clamp(filter.Groesse, 1, 200);
        var zeilen = await alle.OrderByDescending(l => l.Instanz.CreatedAt).ThenBy(l => l.Instanz.Id)
            .Skip((Math.Max(filter.Seite, 1) - 1) * groesse).Take(groesse).ToListAsync(cancellation);
        return new Ergebnisseite<Prozesslauf>(
            [.. zeilen.Select(l => new Prozesslauf(l.Instanz, l.FallId, l.FallNummer, l.BueroId))], await alle.CountAsync(cancellation), filter.Seite, groesse);
    });

    public Task<Prozesslauf?> FindAsync(string instanzId, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Laeufe(context).Where(l => l.Instanz.Id == instanzId)
            .Select(l => new Prozesslauf(l.Instanz, l.FallId, l.FallNummer, l.BueroId)).SingleOrDefaultAsync(cancellation);
    });

    internal static IQueryable<Laufzeile> Matching(FallWorkflowDbContext context, Lauffilter filter, string? bueroId)
    {
        var laeufe = Laeufe(context);
        if (bueroId is not null)
            laeufe = laeufe.Where(l => l.BueroId == bueroId);
        if (filter.DefinitionIds.Count > 0)
            laeufe = laeufe.Where(l => filter.DefinitionIds.Contains(l.Instanz.DefinitionId));
        if (filter.Status.Count > 0)
            laeufe = laeufe.Where(l => filter.Status.Contains(l.Instanz.Status));
        if (filter.SubStatus.Count > 0)
            laeufe = laeufe.Where(l => filter.SubStatus.Contains(l.Instanz.SubStatus));
        if (filter.Version is { } version)
            laeufe = laeufe.Where(l => l.Instanz.Version == version);
        if (!string.IsNullOrWhiteSpace(filter.Suche))
            laeufe = laeufe.Where(l => l.Instanz.Id == filter.Suche || (l.FallNummer != null && l.FallNummer.Contains(filter.Suche)));
        return laeufe;
    }

    private static IQueryable<Laufzeile> Laeufe(FallWorkflowDbContext context) =>
        from instanz in context.Set<WorkflowInstance>().AsNoTracking()
        join fall in context.Set<FallRow>() on instanz.CorrelationId equals fall.Korrelation into faelle
        from fall in faelle.DefaultIfEmpty()
        select new Laufzeile { Instanz = instanz, FallId = (Guid?)fall.Id, FallNummer = fall.Nummer, BueroId = fall.BueroId };

    public Task<IReadOnlyList<JournalEntry>> JournalAsync(string instanzId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyList<JournalEntry>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Set<JournalEntry>().AsNoTracking()
                .Where(j => j.InstanceId == instanzId).OrderBy(j => j.Sequence).ToListAsync(cancellation);
        });

    // The comparison happens in the database, whose own order is the one that is paged by.
#pragma warning disable CA1309, CA1310
    internal static IQueryable<Prozessinstanz> OfVersion(FallWorkflowDbContext context, string versionId, string? nachId) =>
        from instanz in context.Set<WorkflowInstance>().AsNoTracking()
        where instanz.DefinitionVersionId == versionId
            && (instanz.Status == WorkflowStatus.Running || instanz.SubStatus == WorkflowSubStatus.Faulted)
            && (nachId == null || string.Compare(instanz.Id, nachId) > 0)
        join fall in context.Set<FallRow>() on instanz.CorrelationId equals fall.Korrelation into faelle
        from fall in faelle.DefaultIfEmpty()
        orderby instanz.Id
        select new Prozessinstanz(instanz.Id, (Guid?)fall.Id, fall.Nummer);
#pragma warning restore CA1309, CA1310

    internal sealed class Laufzeile
    {
        public required WorkflowInstance Instanz { get; init; }

        public Guid? FallId { get; init; }

        public string? FallNummer { get; init; }

        public string? BueroId { get; init; }
    }
}
