using System.Runtime.CompilerServices;
using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Zugriff;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Evaluates the Fälle of an office or team, one after the other by the one pattern (R76), and makes the sums.</summary>
public sealed class Auswertungsdienst(IAuswertungsquelle quelle, IStammdaten stammdaten, TimeProvider uhr)
{
    private DateOnly Heute => Ortszeit.DateOf(uhr.GetUtcNow());

    /// <summary>What a person asks for, if they may. Without an office the own one, without a period the twelve months up to today.</summary>
    /// <exception cref="InvalidInputException">The period ends before it begins.</exception>
    /// <exception cref="NotFoundException">The office is not the person's, or nobody in it belongs to the team.</exception>
    public async Task<Statistikbereich> ScopeAsync(
        Akteur akteur, string? bueroId, string? teamId, DateOnly? von, DateOnly? bis, CancellationToken cancellation = default)
    {
        var buero = bueroId ?? akteur.BueroId ?? throw new ZugriffVerweigertException(Texte.Of("Statistik.OhneBuero"));
        if (!Zugriffspolitik.MayEvaluate(akteur, buero))
            throw new NotFoundException(Texte.Of("BueroUnbekannt", buero));
        var ende = bis ?? Heute;
        var beginn = von ?? ende.AddYears(-1).AddDays(1);
        if (beginn > ende)
            throw new InvalidInputException("von", Texte.Of("Statistik.Zeitraum"));
        var team = string.IsNullOrWhiteSpace(teamId) ? null : teamId;
        return team is null || (await TeamsAsync(buero, cancellation)).Contains(team)
            ? new(buero, team, beginn, ende)
            : throw new NotFoundException(Texte.Of("Statistik.TeamUnbekannt", team));
    }

    /// <summary>Teams of the office's Fallmanager, by name.</summary>
    public async Task<IReadOnlyList<string>> TeamsAsync(string bueroId, CancellationToken cancellation = default) =>
        [.. (await FallmanagerAsync(bueroId, null, cancellation)).Select(b => b.TeamId).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The pattern of every Fall that ran within the period. Fälle are read by page; their Akten are not kept.</summary>
    public async IAsyncEnumerable<Fallbogen> BoegenAsync(Statistikbereich bereich, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var buero = await stammdaten.FindBueroAsync(bereich.BueroId, cancellation) ?? throw new NotFoundException(Texte.Of("BueroUnbekannt", bereich.BueroId));
        var konzepte = await stammdaten.FachkonzepteAsync(bereich.BueroId, cancellation);
        var schreiber = new Bogenschreiber(bereich, Heute, konzepte.InForce, Arbeitskalender.For(buero.Land, buero.LokaleFeiertage));
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

    /// <summary>Number of Fälle, entries and exits (R82).</summary>
    public Task<Bestandszahlen> BestandAsync(Statistikbereich bereich, CancellationToken cancellation = default) => quelle.BestandAsync(bereich, cancellation);

    /// <summary>The caseloads of today (R84); the period does not matter.</summary>
    public async Task<Fallzahlbericht> FallzahlenAsync(Statistikbereich bereich, CancellationToken cancellation = default) => Fallzahlbericht.Of(
        await FallmanagerAsync(bereich.BueroId, bereich.TeamId, cancellation),
        await quelle.FallzahlenAsync(bereich.BueroId, cancellation),
        (await KonzeptAsync(bereich.BueroId, cancellation)).BetreuungsschluesselOrDefault);

    /// <summary>The concept of an office that is in force today.</summary>
    public async Task<Fachkonzept> KonzeptAsync(string bueroId, CancellationToken cancellation = default) =>
        (await stammdaten.FachkonzepteAsync(bueroId, cancellation)).InForce(Heute);

    private async Task<IReadOnlyList<Benutzer>> FallmanagerAsync(string bueroId, string? teamId, CancellationToken cancellation) =>
        [.. (await stammdaten.BenutzerAsync(bueroId, Rollen.Fallmanager, cancellation)).Where(b => teamId is null || b.TeamId == teamId)];
}
