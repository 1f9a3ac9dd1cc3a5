using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Termine;

/// <summary>Appointments with what to look at again: of one Fall, and of a person over all Fälle.</summary>
public sealed class Terminkalender(ITermine termine, IStammdaten stammdaten, Lesezugriff lesen)
{
    /// <summary>Longest span of a list in days.</summary>
    public const int MaxTage = 92;

    /// <summary>From one day to another, both included; a span beyond <see cref="MaxTage"/> is cut.</summary>
    public async Task<IReadOnlyList<Terminblick>> ReadAsync(Akteur akteur, DateOnly von, DateOnly bis, CancellationToken cancellation = default)
    {
        await lesen.LogListAsync(akteur, "Terminliste", cancellation);
        var ende = Ortszeit.EndOfDay(bis.DayNumber - von.DayNumber >= MaxTage ? von.AddDays(MaxTage - 1) : bis);
        var zeilen = await termine.ListAsync(akteur, Ortszeit.StartOfDay(von), ende, cancellation: cancellation);
        var kalender = (await stammdaten.BuerosAsync(cancellation)).ToDictionary(b => b.Id, b => Arbeitskalender.For(b.Land, b.LokaleFeiertage));
        return [.. zeilen.Select(z => new Terminblick(z, z.Stand == Terminstand.Vereinbart && kalender.TryGetValue(z.BueroId, out var k)
            ? Terminhinweis.Of(z.FallId, z.TerminId, z.Beginn, z.Ende, k, zeilen.Where(a => a.FallmanagerId == z.FallmanagerId))
            : []))];
    }

    /// <summary>The appointments of a Fall that the caller has read, by beginning; of what others have only the time is told.</summary>
    public async Task<IReadOnlyList<(Termin Termin, IReadOnlyList<string> Hinweise)>> OfFallAsync(Fall fall, Arbeitskalender kalender, CancellationToken cancellation = default)
    {
        var alle = fall.Termine.Values.OrderBy(t => t.Beginn).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
        var offene = alle.Where(t => t.IstOffen).ToList();
        IReadOnlyList<Terminzeile> andere = offene.Count > 0 && fall.FallmanagerId is { } fallmanager
            ? await termine.OfFallmanagerAsync(fallmanager, offene.Min(t => t.Beginn), offene.Max(t => t.Ende), cancellation)
            : [];
        return [.. alle.Select(t => (t, Terminhinweis.Of(fall, t, kalender, andere)))];
    }
}
