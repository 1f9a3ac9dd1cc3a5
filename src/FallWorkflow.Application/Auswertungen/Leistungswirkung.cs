using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>Effect of one offer (a Leistung of a Träger) that was agreed in the period on the goals it served (R81).</summary>
/// <param name="Faelle">Fälle for which it was agreed.</param>
/// <param name="Ziele">Goals served, over all Fälle; a goal of two referrals counts with each.</param>
/// <param name="Verfehlt">Of these, not reached or given up.</param>
/// <param name="InZiele">Results taken up in the goals; the next two likewise.</param>
public sealed record Leistungswirkung(
    string TraegerId, string Leistung, int Faelle, int Vereinbart, int Begonnen, int Beendet, int Abgelehnt,
    int Ziele, int Erreicht, int TeilweiseErreicht, int Verfehlt, int Offen, int InZiele, int ImAssessment, int OhneAenderung)
{
    public static IReadOnlyList<Leistungswirkung> Of(Statistikbereich bereich, IReadOnlyCollection<Fallbogen> boegen) =>
    [
        .. boegen.SelectMany(b => b.Leistungen, (b, z) => (b.FallId, Zeile: z)).Where(a => bereich.Contains(a.Zeile.VereinbartAm))
            .GroupBy(a => (a.Zeile.TraegerId, a.Zeile.Leistung))
            .Select(g => Of(g.Key.TraegerId, g.Key.Leistung, g.Select(a => a.FallId).Distinct().Count(), [.. g.Select(a => a.Zeile)]))
            .OrderByDescending(a => a.Vereinbart).ThenBy(a => a.TraegerId, StringComparer.Ordinal).ThenBy(a => a.Leistung, StringComparer.Ordinal),
    ];

    private static Leistungswirkung Of(string traegerId, string leistung, int faelle, IReadOnlyCollection<Leistungszeile> zeilen)
    {
        var ziele = zeilen.SelectMany(a => a.Zielergebnisse).ToList();
        return new(
            traegerId, leistung, faelle, zeilen.Count, zeilen.Count(a => a.Begonnen), zeilen.Count(a => a.Beendet),
            zeilen.Count(a => a.Stand == Zuweisungsstand.Abgelehnt),
            ziele.Count, ziele.Count(z => z == Zielergebnis.Erreicht), ziele.Count(z => z == Zielergebnis.TeilweiseErreicht),
            ziele.Count(z => z is Zielergebnis.NichtErreicht or Zielergebnis.Aufgegeben), ziele.Count(z => z is null),
            zeilen.Count(a => a.Uebernommen == Ergebnisweg.Ziel), zeilen.Count(a => a.Uebernommen == Ergebnisweg.Assessment),
            zeilen.Count(a => a.Uebernommen == Ergebnisweg.KeineAenderung));
    }
}
