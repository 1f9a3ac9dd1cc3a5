using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Domain.Fachkonzepte;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Running Fälle per Fallmanager against the reference, with mixed duty apart (R84), as of now.</summary>
public sealed record Fallzahlbericht(IReadOnlyList<Fallzahlgruppe> Gruppen, IReadOnlyList<Fallzahl> Personen)
{
    /// <param name="fallmanager">Those of the office or team.</param>
    /// <param name="zahlen">By Fallmanager; of those named above, others are left out.</param>
    public static Fallzahlbericht Of(
        IReadOnlyList<Benutzer> fallmanager, IReadOnlyDictionary<string, (int Laufend, int Nachbetreuung)> zahlen, Betreuungsschluessel schluessel)
    {
        var personen = fallmanager.Select(b => Of(b.Id, b.Name, b.TeamId, b.GemischteAufgaben, zahlen.GetValueOrDefault(b.Id), schluessel)).ToList();
        return new([GroupOf(gemischt: false, personen, schluessel), GroupOf(gemischt: true, personen, schluessel)], personen);
    }

    private static Fallzahl Of(string id, string name, string? teamId, bool gemischt, (int Laufend, int Nachbetreuung) zahl, Betreuungsschluessel schluessel) =>
        new(id, name, teamId, gemischt, zahl.Laufend, zahl.Nachbetreuung, (double)zahl.Laufend / schluessel.Richtwert);

    private static Fallzahlgruppe GroupOf(bool gemischt, IEnumerable<Fallzahl> personen, Betreuungsschluessel schluessel)
    {
        var gruppe = personen.Where(p => p.GemischteAufgaben == gemischt).ToList();
        var laufend = gruppe.Sum(p => p.Laufend);
        return new(
            gemischt, gruppe.Count, laufend, gruppe.Count == 0 ? null : (double)laufend / gruppe.Count, schluessel.Richtwert,
            gemischt ? schluessel.BeobachtetGemischt : schluessel.Beobachtet);
    }
}
