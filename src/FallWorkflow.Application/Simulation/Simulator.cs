using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Application.Stammdaten;
using FallWorkflow.Application.Verlauf;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Application.Simulation;

/// <summary>Simulates one Fall and reads its calendar; what <c>simulate</c> and the scenario tests run.</summary>
public static class Simulator
{
    private const string BueroId = "simulation";

    /// <param name="bisZumKreis">Whether a process that runs in a circle ends the calendar there; otherwise it is an error.</param>
    /// <exception cref="ProzessfehlerException">The process runs in a circle.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Simulationsergebnis> RunAsync(
        IDefinitionCatalog prozesse, WorkflowDefinition gefragt, Szenario szenario, bool bisZumKreis = false, CancellationToken cancellation = default)
    {
        var bis = szenario.Von.AddMonths(szenario.Monate);
        var simulation = Prepare(prozesse, szenario);
        List<Simulationsereignis> abbruch = [];
        try
        {
            await simulation.RunUntilAsync(Ortszeit.EndOfDay(bis), cancellation);
        }
        catch (ProzessfehlerException e) when (bisZumKreis)
        {
            abbruch.Add(new(
                Ortszeit.DateOf(simulation.Jetzt), simulation.Jetzt, simulation.Fall?.Nummer ?? "", Verlaufsarten.Stoerung, Texte.Of("SimulationAbgebrochen"), e.Message));
        }

        cancellation.ThrowIfCancellationRequested();
        var events = EventsOf(simulation).Where(e => e.Date <= bis).Concat(abbruch).OrderBy(e => e.At).ThenBy(e => e.Date).ToList();
        return new(
            gefragt.DefinitionId, gefragt.Version, szenario.Von, bis, events,
            new SortedDictionary<string, int>(events.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal));
    }

    /// <summary>A simulation that has not begun; tests step through it themselves.</summary>
    public static Fallsimulation Prepare(IDefinitionCatalog prozesse, Szenario szenario) =>
        Prepare(new Simulationsmaschine(prozesse), szenario, keepsJournal: true);

    internal static Fallsimulation Prepare(Simulationsmaschine maschine, Szenario szenario, bool keepsJournal, int fallnr = 0)
    {
        var db = new InMemoryDatabase(keepsJournal);
        db.Bueros[BueroId] = new Buero { Id = BueroId, Name = Texte.Of("SimulationBuero"), Land = szenario.Land };
        db.Traeger["schuldnerberatung"] = new Traeger { Id = "schuldnerberatung", Name = Texte.Of("SimulationTraeger"), Leistungsbereich = Texte.Of("SimulationTraeger") };
        if (szenario.Fristen.Count > 0 || szenario.FreigabeFuer is not null)
            db.Fachkonzepte.Add(new Fachkonzept { BueroId = BueroId, Version = 1, GueltigAb = DateOnly.MinValue, Fristen = szenario.Fristen, FreigabeFuer = szenario.FreigabeFuer });
        return new(maschine, szenario, db, new Besetzung(BueroId), fallnr);
    }

    /// <summary>The calendar so far: what happened, and the last day in time of every task that has one.</summary>
    public static IEnumerable<Simulationsereignis> EventsOf(Fallsimulation simulation)
    {
        var nummer = simulation.Fall?.Nummer ?? "";
        var stoerungen = Stoerungen(simulation).ToLookup(s => (s.InstanceId, s.At));
        foreach (var e in simulation.Db.Verlauf)
        {
            var ursache = e.Art == Verlaufsarten.Stoerung ? stoerungen[(e.Bezug ?? "", e.At)].FirstOrDefault().Meldung : null;
            yield return new(e.Datum, e.At, nummer, e.Art, e.Titel, e.Detail ?? ursache);
        }

        foreach (var aufgabe in simulation.Db.Aufgaben.Values)
        {
            if (aufgabe.FaelligAm is { } letzter)
            {
                yield return new(
                    letzter, Ortszeit.EndOfDay(letzter), nummer, Verlaufsarten.AufgabeFaellig, aufgabe.Titel,
                    aufgabe.BeendetAm is { } am ? Texte.Of("AufgabeBeendetAm", Ortszeit.DateOf(am)) : null);
            }
        }

        foreach (var e in simulation.Abgelehnt)
            yield return e;

        // What the Verlauf tells already is not told twice.
        var gezeigt = simulation.Db.Verlauf.Where(e => e.Art == Verlaufsarten.Stoerung).Select(e => (e.Bezug ?? "", e.At)).ToHashSet();
        var prozesse = simulation.Db.Engine.Instances.ToDictionary(i => i.Id, i => i.DefinitionId);
        foreach (var s in stoerungen.Where(g => !gezeigt.Contains(g.Key)).SelectMany(g => g))
        {
            yield return new(
                Ortszeit.DateOf(s.At), s.At, nummer, Verlaufsarten.Stoerung,
                Texte.Of("SimulationStoerung", prozesse.GetValueOrDefault(s.InstanceId), s.ActivityId), s.Meldung);
        }
    }

    /// <summary>Steps of processes that failed; what stands behind them never happens, so the calendar is not whole.</summary>
    private static IEnumerable<(string InstanceId, DateTimeOffset At, string? ActivityId, string? Meldung)> Stoerungen(Fallsimulation simulation) =>
        simulation.Db.Engine.Journal.Where(j => j.Kind == JournalKinds.ActivityFaulted)
            .Select(j => (j.InstanceId, j.At, j.ActivityId, j.Data is null ? null : JsonNode.Parse(j.Data)?["message"]?.ToString()));
}
