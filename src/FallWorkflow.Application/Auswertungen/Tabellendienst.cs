using FallWorkflow.Application.Befragungen;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Makes the tables of an office or team. Whoever asks has gone through <see cref="Auswertungsdienst.ScopeAsync"/>.</summary>
public sealed class Tabellendienst(Auswertungsdienst auswertungen, IAbfragen abfragen, Befragungsdienst befragungen, IStammdaten stammdaten)
{
    /// <summary>Tables that one pass over the Akten gives together.</summary>
    private static readonly string[] AusAkten = ["wirkung", "abschluesse", "ziele", "vorarbeit", "leistungen", "faelle", "bedarfe", "bedarfsanzahlen", "kontakttreue"];

    /// <summary>Wire names of all tables.</summary>
    public static IReadOnlyList<string> Namen { get; } =
        [.. AusAkten, "boegen", "kontaktformen", "zugang", "angebotsluecken", "betreuungsschluessel", "fallzahlen", "befragung"];

    /// <summary>Null if there is no table of this name.</summary>
    public async Task<Tabelle?> FindAsync(string name, Statistikbereich bereich, CancellationToken cancellation = default) => name switch
    {
        "boegen" => Tabellen.Boegen(await BoegenAsync(bereich, cancellation)),
        "kontaktformen" => Tabellen.Kontaktformen(await abfragen.KontaktformenAsync(bereich.BueroId, bereich.Von, bereich.Bis, bereich.TeamId, cancellation)),
        "zugang" => Tabellen.Zugang(await abfragen.ErreichungsgradAsync(bereich.BueroId, bereich.Von, bereich.Bis, bereich.TeamId, cancellation)),
        "angebotsluecken" => Tabellen.Angebotsluecken(await abfragen.AngebotslueckenAsync(bereich.BueroId, bereich.Von, bereich.Bis, bereich.TeamId, cancellation)),
        "betreuungsschluessel" => Tabellen.Betreuungsschluessel(await auswertungen.FallzahlenAsync(bereich, cancellation)),
        "fallzahlen" => Tabellen.Fallzahlen(await auswertungen.FallzahlenAsync(bereich, cancellation)),
        "befragung" => Tabellen.Befragung(await befragungen.SumAsync(bereich.BueroId, bereich.Von, bereich.Bis, cancellation)),
        _ => AusAkten.Contains(name) ? (await EvaluateAsync(bereich, cancellation)).First(t => t.Name == name) : null,
    };

    /// <summary>The tables of results, from one pass over the Akten.</summary>
    public async Task<IReadOnlyList<Tabelle>> EvaluateAsync(Statistikbereich bereich, CancellationToken cancellation = default)
    {
        var summen = await auswertungen.EvaluateAsync(bereich, cancellation);
        var traeger = (await stammdaten.TraegerAsync(cancellation)).ToDictionary(t => t.Id, t => t.Name, StringComparer.Ordinal);
        return
        [
            Tabellen.Wirkung(summen.Ergebnisse), Tabellen.Abschluesse(summen.Ergebnisse), Tabellen.Ziele(summen.Ziele), Tabellen.Vorarbeit(summen.Ziele),
            Tabellen.Leistungen(summen.Leistungen, traeger), Tabellen.Faelle(summen.Kennzahlen), Tabellen.Bedarfe(summen.Kennzahlen),
            Tabellen.Bedarfsanzahlen(summen.Kennzahlen), Tabellen.Kontakttreue(summen.Kontakttreue),
        ];
    }

    private async Task<IReadOnlyList<Fallbogen>> BoegenAsync(Statistikbereich bereich, CancellationToken cancellation)
    {
        var boegen = new List<Fallbogen>();
        await foreach (var bogen in auswertungen.BoegenAsync(bereich, cancellation))
            boegen.Add(bogen);
        return boegen;
    }
}
