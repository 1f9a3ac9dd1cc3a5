using FallWorkflow.Application.Aufgaben;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Kalender;

namespace FallWorkflow.Application.Simulation;

/// <summary>What is kept of one simulated Fall: counts.</summary>
internal sealed record Fallbilanz(
    DateOnly Von, DateOnly Bis, IReadOnlyList<(string Art, int Anzahl)> Ereignisse, int Starts, int[] Wochen, int[] WochenFallmanager, int LaufendeWochen,
    IReadOnlyList<Fallbilanz.Aufgabenzahl> Aufgaben, int Nachrichten, IReadOnlyList<(string Text, string? Detail)> Stoerungen,
    IReadOnlyList<(string Text, string? Detail)> Abgelehnt)
{
    private const string EingabeAbgelehnt = "EingabeAbgelehnt";

    /// <param name="gefragt">Id of the definition whose beginnings are counted.</param>
    /// <param name="abbruch">Why the simulation of this Fall ended early; null if it did not.</param>
    public static Fallbilanz Of(Fallsimulation simulation, Szenario szenario, DateOnly bis, string gefragt, string? abbruch)
    {
        var ereignisse = Simulator.EventsOf(simulation).Where(e => e.Date <= bis).ToList();
        var aufgaben = simulation.Db.Aufgaben.Values.Where(a => Ortszeit.DateOf(a.ErstelltAm) <= bis).ToList();
        var wochen = (bis.DayNumber - szenario.Von.DayNumber) / 7 + 1;
        var (alle, fallmanager) = (new int[wochen], new int[wochen]);
        foreach (var aufgabe in aufgaben)
        {
            var woche = Math.Max(0, Ortszeit.DateOf(aufgabe.ErstelltAm).DayNumber - szenario.Von.DayNumber) / 7;
            alle[woche]++;
            if (aufgabe.Rolle == Rollen.Fallmanager)
                fallmanager[woche]++;
        }

        // The caseload counts Fälle until they are closed or ended; aftercare is counted apart (R84).
        var ende = ereignisse.Where(e => e.Kind is Verlaufsarten.FallAbgeschlossen or Verlaufsarten.FallBeendet or Verlaufsarten.NichtAufgenommen)
            .Select(e => e.Date).DefaultIfEmpty(bis).Min();
        var stoerungen = ereignisse.Where(e => e.Kind == Verlaufsarten.Stoerung).Select(e => (e.Title, e.Detail)).ToList();
        if (abbruch is not null)
            stoerungen.Add((Texte.Of("SimulationAbgebrochen"), abbruch));
        return new(
            szenario.Von, bis, [.. ereignisse.CountBy(e => e.Kind).Select(e => (e.Key, e.Value))],
            simulation.Db.Engine.Instances.Count(i => i.DefinitionId == gefragt),
            alle, fallmanager, simulation.Fall is null ? 0 : Math.Clamp((ende.DayNumber - szenario.Von.DayNumber) / 7 + 1, 1, wochen),
            [.. aufgaben.GroupBy(a => (a.Art, a.Rolle)).Select(g => Count(g.Key.Art, g.Key.Rolle, g, bis, ende))],
            simulation.Db.Nachrichten.Count(n => Ortszeit.DateOf(n.ErstelltAm) <= bis), stoerungen,
            [.. ereignisse.Where(e => e.Kind == EingabeAbgelehnt).Select(e => (e.Title, e.Detail))]);
    }

    private static Aufgabenzahl Count(string art, string rolle, IEnumerable<Aufgabe> aufgaben, DateOnly bis, DateOnly laufendBis)
    {
        var (anzahl, erledigt, laufend, verspaetet, tage) = (0, 0, 0, 0, 0);
        string? titel = null;
        foreach (var aufgabe in aufgaben)
        {
            anzahl++;
            titel = titel is null || string.CompareOrdinal(aufgabe.Titel, titel) < 0 ? aufgabe.Titel : titel;
            var ende = aufgabe.BeendetAm is { } am && Ortszeit.DateOf(am) <= bis ? Ortszeit.DateOf(am) : bis;
            if (aufgabe.Status == Aufgabenstatus.Erledigt && aufgabe.BeendetAm is { } wann && Ortszeit.DateOf(wann) <= bis)
            {
                erledigt++;
                laufend += Ortszeit.DateOf(wann) <= laufendBis ? 1 : 0;
            }

            if (ende > aufgabe.FaelligAm)
            {
                verspaetet++;
                tage += ende.DayNumber - aufgabe.FaelligAm.Value.DayNumber;
            }
        }

        return new(art, rolle, titel!, anzahl, erledigt, laufend, verspaetet, tage);
    }

    /// <param name="ErledigtLaufend">Of those that were done, the ones while the Fall was running: before its end, without aftercare.</param>
    internal sealed record Aufgabenzahl(string Art, string Rolle, string Titel, int Anzahl, int Erledigt, int ErledigtLaufend, int Verspaetet, int TageVerspaetet);
}
