using System.Runtime.CompilerServices;
using FallWorkflow.Application.Ports;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Evaluates the Fälle of an office or team, one after the other by the one pattern (R76), and makes the sums.</summary>
public sealed class Auswertungsdienst(IAuswertungsquelle quelle, IStammdaten stammdaten, TimeProvider uhr)
{
    /// <summary>The pattern of every Fall that ran within the period. Fälle are read by page; their Akten are not kept.</summary>
    public async IAsyncEnumerable<Fallbogen> BoegenAsync(Statistikbereich bereich, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var buero = await stammdaten.FindBueroAsync(bereich.BueroId, cancellation) ?? throw new NotFoundException(Texte.Of("BueroUnbekannt", bereich.BueroId));
        var konzepte = await stammdaten.FachkonzepteAsync(bereich.BueroId, cancellation);
        var schreiber = new Bogenschreiber(
            bereich, Ortszeit.DateOf(uhr.GetUtcNow()), konzepte.InForce,
            Arbeitskalender.For(buero.Land, buero.LokaleFeiertage));
        await foreach (var fall in quelle.AktenAsync(bereich, cancellation))
        {
            if (schreiber.Write(fall) is { } bogen)
                yield return bogen;
        }
    }

    /// <summary>All sums of a period.</summary>
    public async Task<Gesamtauswertung> EvaluateAsync(Statistikbereich bereich, CancellationToken cancellation = default)
    {
        var boegen = new List<Fallbogen>();
        await foreach (var bogen in BoegenAsync(bereich, cancellation))
            boegen.Add(bogen);
        return Gesamtauswertung.Of(bereich, await quelle.BestandAsync(bereich, cancellation), boegen);
    }
}
