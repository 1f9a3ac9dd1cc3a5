using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Versionen;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Prozesse;

/// <summary>Where the instances of a process wait at the moment, and for how long.</summary>
public sealed class Belegungsdienst(IProzessinstanzen instanzen, IProzessversionen versionen, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such version.</exception>
    /// <exception cref="ZugriffVerweigertException">Only process designers see all offices at once.</exception>
    public async Task<Belegung> OfAsync(string definitionId, int version, Akteur akteur, CancellationToken cancellation = default)
    {
        if (akteur.Rolle != Rollen.Prozessgestalter)
            throw new ZugriffVerweigertException(Texte.Of("ZugriffVerweigert"));
        var gefunden = Versionswechsel.Find(await versionen.VersionsOfAsync(definitionId, cancellation), version);
        var namen = Schrittfragen.Alle(DefinitionReader.Read(gefunden.Json).Root).ToDictionary(s => s.Id, Schrittfragen.NameOf, StringComparer.Ordinal);
        var jetzt = clock.GetUtcNow();
        var stellen = await instanzen.WartendeAsync(gefunden.Id, cancellation);
        return new(
            gefunden,
            stellen.Select(s => s.InstanzId).Distinct(StringComparer.Ordinal).Count(),
            [
                .. stellen.GroupBy(s => s.SchrittId, StringComparer.Ordinal).Select(g => new Schrittbelegung(
                    g.Key, namen.GetValueOrDefault(g.Key, g.Key), [.. g.OrderBy(s => s.Seit).ThenBy(s => s.InstanzId, StringComparer.Ordinal)],
                    Median([.. g.Select(s => Since(s.Seit, jetzt)).Order()]), g.Max(s => Since(s.Seit, jetzt))))
                    .OrderByDescending(s => s.Anzahl).ThenBy(s => s.Name, StringComparer.Ordinal),
            ]);
    }

    private static TimeSpan Since(DateTimeOffset seit, DateTimeOffset jetzt) => jetzt > seit ? jetzt - seit : TimeSpan.Zero;

    private static TimeSpan Median(IReadOnlyList<TimeSpan> sortiert) => sortiert.Count % 2 == 1
        ? sortiert[sortiert.Count / 2]
        : (sortiert[(sortiert.Count / 2) - 1] + sortiert[sortiert.Count / 2]) / 2;
}
