using System.Runtime.CompilerServices;
using FallWorkflow.Application.Auswertungen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Persistence.Model;
using FallWorkflow.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Abfragen;

internal sealed class Auswertungsquelle(IDbContextFactory<FallWorkflowDbContext> contexts, StoreGuard guard) : IAuswertungsquelle
{
    private const int Seitengroesse = 200;

    public async IAsyncEnumerable<Fall> AktenAsync(Statistikbereich bereich, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var nach = "";
        while (true)
        {
            var (koepfe, eintraege) = await guard.RunAsync(() => PageAsync(bereich, nach, cancellation));
            foreach (var kopf in koepfe)
                yield return Fall.Load(kopf.Id, kopf.Nummer, kopf.BueroId, eintraege[kopf.Id].Select(AkteMapping.ToEintrag), kopf.Version);
            if (koepfe.Count < Seitengroesse)
                yield break;
            nach = koepfe[^1].Nummer;
        }
    }

    public Task<Bestandszahlen> BestandAsync(Statistikbereich bereich, CancellationToken cancellation = default) => guard.RunAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AuswertungsAbfrage.Bestand(context, bereich).SingleOrDefaultAsync(cancellation) is { } z
            ? new Bestandszahlen(z.Anfang, z.Zugaenge, z.Abgaenge)
            : new(0, 0, 0);
    });

    public Task<IReadOnlyDictionary<string, (int Laufend, int Nachbetreuung)>> FallzahlenAsync(string bueroId, CancellationToken cancellation = default) =>
        guard.RunAsync<IReadOnlyDictionary<string, (int Laufend, int Nachbetreuung)>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return (await AuswertungsAbfrage.Fallzahlen(context, bueroId).ToListAsync(cancellation))
                .GroupBy(z => z.FallmanagerId, StringComparer.Ordinal)
                .ToDictionary(
                    g => g.Key,
                    g => (g.Where(z => z.Status == Fallstatus.Laufend).Sum(z => z.Anzahl), g.Where(z => z.Status == Fallstatus.Nachbetreuung).Sum(z => z.Anzahl)),
                    StringComparer.Ordinal);
        });

    private async Task<(List<FallRow> Koepfe, ILookup<Guid, EintragRow> Eintraege)> PageAsync(Statistikbereich bereich, string nach, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var koepfe = await AuswertungsAbfrage.Page(context, bereich, nach, Seitengroesse).ToListAsync(cancellation);
        var ids = koepfe.Select(k => k.Id).ToList();
        return (koepfe, (await AuswertungsAbfrage.Eintraege(context, ids).ToListAsync(cancellation)).ToLookup(e => e.FallId));
    }
}
