using FallWorkflow.Application.Abfragen;
using FallWorkflow.Application.Faelle;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Fristen;

/// <summary>
/// Brings the dates of an office's Fälle in line when its concept or its local Feiertage change, and on the day on which a
/// version published earlier begins to apply (R85). Repeating it moves nothing twice.
/// </summary>
public sealed class Konzeptwechsel(IStammdaten stammdaten, IAbfragen abfragen, FallService faelle, TimeProvider uhr)
{
    /// <summary>Days that <see cref="RunAsync"/> looks back: a run that broke off or a server that stood still is made up for.</summary>
    public const int Rueckblick = 7;

    /// <summary>First day after <paramref name="tag"/> on which some office's version begins to apply; null if there is none.</summary>
    public async Task<DateOnly?> NextAsync(DateOnly tag, CancellationToken cancellation = default)
    {
        DateOnly? naechster = null;
        foreach (var buero in await stammdaten.BuerosAsync(cancellation))
        {
            foreach (var konzept in await stammdaten.FachkonzepteAsync(buero.Id, cancellation))
            {
                if (konzept.GueltigAb > tag && !(naechster <= konzept.GueltigAb))
                    naechster = konzept.GueltigAb;
            }
        }

        return naechster;
    }

    /// <summary>Recomputes the Fälle of every office whose version in force began within the last <see cref="Rueckblick"/> days; tells how many.</summary>
    /// <exception cref="AggregateException">Some Fälle could not be recomputed; all others were.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var heute = Ortszeit.DateOf(uhr.GetUtcNow());
        var anzahl = 0;
        foreach (var buero in await stammdaten.BuerosAsync(cancellation))
        {
            var konzepte = await stammdaten.FachkonzepteAsync(buero.Id, cancellation);
            var inKraft = konzepte.Where(k => k.GueltigAb <= heute).OrderByDescending(k => k.GueltigAb).ThenByDescending(k => k.Version).FirstOrDefault();
            if (inKraft is not null && inKraft.GueltigAb > heute.AddDays(-Rueckblick))
                anzahl += await RecomputeAsync(buero.Id, Akteur.System, AnlassOf(inKraft), cancellation);
        }

        return anzahl;
    }

    public static string AnlassOf(Fachkonzept konzept) => Texte.Of("KonzeptInKraft", konzept.Version, konzept.Begruendung);

    /// <summary>All Fälle of the office, ended ones too: their retention period still runs.</summary>
    /// <exception cref="AggregateException">Some Fälle could not be recomputed; all others were.</exception>
    public async Task<int> RecomputeAsync(string buero, Akteur akteur, string anlass, CancellationToken cancellation = default)
    {
        var ids = await IdsAsync(buero, cancellation);
        List<Exception> fehler = [];
        foreach (var id in ids)
        {
            try
            {
                await faelle.RecomputeAsync(id, akteur, anlass, cancellation);
            }
            catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
            {
                fehler.Add(e);
            }
        }

        return fehler.Count == 0 ? ids.Count : throw new AggregateException(fehler);
    }

    /// <summary>Taken before the first is changed.</summary>
    private async Task<List<Guid>> IdsAsync(string buero, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        var filter = new Fallfilter(buero, Groesse: Fallfilter.MaxGroesse);
        while (true)
        {
            var zeilen = await abfragen.FaelleAsync(Akteur.System, filter, cancellation);
            ids.AddRange(zeilen.Zeilen.Select(z => z.Id));
            if (zeilen.Weiter is not { } weiter)
                return ids;
            filter = filter with { Ab = weiter };
        }
    }
}
