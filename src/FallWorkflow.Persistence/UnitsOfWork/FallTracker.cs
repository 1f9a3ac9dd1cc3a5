using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Erinnerungen;
using FallWorkflow.Application.Nachrichten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;
using FallWorkflow.Persistence.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FallWorkflow.Persistence.UnitsOfWork;

/// <summary>The Fälle that a unit of work has loaded or opened, with their rows.</summary>
internal sealed class FallTracker(FallWorkflowDbContext context)
{
    private readonly Dictionary<Guid, (Fall Fall, FallRow Row)> _faelle = [];

    public async Task<Fall?> FindAsync(Guid fallId, CancellationToken cancellation)
    {
        if (_faelle.TryGetValue(fallId, out var tracked))
            return tracked.Fall;

        // The header first: if somebody commits between the two reads, its old version makes our commit fail.
        if (await context.FindAsync<FallRow>([fallId], cancellation) is not { } row)
            return null;
        var eintraege = await AkteOf(context, fallId).ToListAsync(cancellation);
        await ZuweisungenOf(context, fallId).LoadAsync(cancellation);
        var fall = Fall.Load(row.Id, row.Nummer, row.BueroId, eintraege.Select(AkteMapping.ToEintrag), row.Version);
        _faelle.Add(fallId, (fall, row));
        return fall;
    }

    internal static IQueryable<EintragRow> AkteOf(FallWorkflowDbContext context, Guid fallId) =>
        context.Set<EintragRow>().AsNoTracking().Where(e => e.FallId == fallId).OrderBy(e => e.Nr);

    internal static IQueryable<ZuweisungRow> ZuweisungenOf(FallWorkflowDbContext context, Guid fallId) =>
        context.Set<ZuweisungRow>().Where(z => z.FallId == fallId);

    public void Add(Fall fall)
    {
        var row = AkteMapping.NewHeader(fall);
        context.Add(row);
        _faelle.Add(fall.Id, (fall, row));
    }

    public Guid? FindByZuweisung(string zuweisungId) =>
        _faelle.Values.Where(f => f.Fall.Zuweisungen.ContainsKey(zuweisungId)).Select(f => (Guid?)f.Fall.Id).FirstOrDefault();

    /// <summary>Appends new entries, derives header and referrals anew, and lets every Fall that is touched take part in its version.</summary>
    public IReadOnlyList<(Fall Fall, FallRow Row)> WriteChanges()
    {
        foreach (var (fall, row) in _faelle.Values.Where(f => f.Fall.NeueEintraege.Count > 0 || context.Entry(f.Row).State == EntityState.Added))
        {
            context.AddRange(fall.NeueEintraege.Select(e => AkteMapping.ToRow(fall, e)));
            AkteMapping.WriteHeader(fall, row);
            row.Version++;
            WriteZuweisungen(fall);
        }

        context.ChangeTracker.DetectChanges();
        var touched = context.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(FallOf).ToHashSet();
        var written = _faelle.Values.Where(f => touched.Contains(f.Fall.Korrelation)).ToList();
        foreach (var (_, row) in written)
        {
            row.Takt++;
            context.Entry(row).DetectChanges();
        }

        return written;
    }

    private void WriteZuweisungen(Fall fall)
    {
        var rows = context.ChangeTracker.Entries<ZuweisungRow>().Select(e => e.Entity).Where(z => z.FallId == fall.Id).ToDictionary(z => z.ZuweisungId);
        foreach (var zuweisung in fall.Zuweisungen.Values)
        {
            if (!rows.Remove(zuweisung.Id, out var row))
                context.Add(row = AkteMapping.NewZuweisung(fall, zuweisung));
            AkteMapping.WriteZuweisung(zuweisung, row);
        }

        // A correction may have taken a referral back; the Akte keeps both entries.
        context.RemoveRange(rows.Values);
    }

    /// <summary>Correlation of the Fall that a row belongs to; null if it belongs to none.</summary>
    private static string? FallOf(EntityEntry entry) => entry.Entity switch
    {
        FallRow r => r.Korrelation,
        EintragRow r => r.FallId.ToString("N"),
        Aufgabe r => r.FallId.ToString("N"),
        Nachricht r => r.FallId.ToString("N"),
        Erinnerung r => r.FallId?.ToString("N"),
        Verlaufsereignis r => r.FallId.ToString("N"),
        WorkflowInstance r => r.CorrelationId,
        Bookmark r => r.CorrelationId,
        WorkflowTimer r => r.CorrelationId,
        _ => null,
    };
}
