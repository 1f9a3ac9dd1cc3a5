using System.Globalization;
using FallWorkflow.Application.Simulation;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Runs a scenario to its end and asserts on its calendar in words.</summary>
internal sealed class Kalenderblatt
{
    private Kalenderblatt(Fallsimulation simulation, IReadOnlyList<Simulationsereignis> ereignisse)
    {
        Simulation = simulation;
        Ereignisse = ereignisse;
    }

    public Fallsimulation Simulation { get; }

    public IReadOnlyList<Simulationsereignis> Ereignisse { get; }

    public static async Task<Kalenderblatt> RunAsync(Szenario szenario, Func<string, string, string>? change = null, string? bis = null)
    {
        var simulation = Simulator.Prepare(Auslieferung.Prozesse(change), szenario);
        var ende = bis is null ? szenario.Von.AddMonths(szenario.Monate) : Day(bis);
        await simulation.RunUntilAsync(Domain.Kalender.Ortszeit.EndOfDay(ende));
        return new(simulation, [.. Simulator.EventsOf(simulation).OrderBy(e => e.At).ThenBy(e => e.Date)]);
    }

    public static Task<Kalenderblatt> RunAsync(string szenario, string? bis = null) => RunAsync(Auslieferung.Szenario(szenario), null, bis);

    /// <summary>The days on which something of this kind and title happened, in order.</summary>
    public string Tage(string art, string titel) => string.Join(' ', Ereignisse
        .Where(e => e.Kind == art && e.Title.Contains(titel, StringComparison.Ordinal))
        .Select(e => e.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>When the timer of an activity fires next, local time; empty if none runs.</summary>
    public string Naechste(string aktivitaet) => string.Join(' ', Simulation.Db.Engine.Timers
        .Where(t => t.ActivityId == aktivitaet)
        .Select(t => $"{Domain.Kalender.Ortszeit.DateOf(t.DueAt):yyyy-MM-dd} {Domain.Kalender.Ortszeit.TimeOf(t.DueAt):HH\\:mm}"));

    /// <summary>Last day of a period under the default concept and the Fall's present state.</summary>
    public string Frist(string anker, string parameter)
    {
        var fall = Simulation.Fall!;
        var kalender = Domain.Kalender.Arbeitskalender.For(Simulation.Db.Bueros[fall.BueroId].Land);
        var plan = new Application.Fristen.Fristenplan(fall, Domain.Fachkonzepte.Fachkonzept.Standard, kalender);
        return plan.Compute(new("", anker, Parameter: parameter))!.LetzterTag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Dates that moved on a day, with old, new and reason.</summary>
    public IReadOnlyList<string> Verschoben(string tag) =>
        [.. Ereignisse.Where(e => e.Kind == "FristVerschoben" && e.Date == Day(tag)).Select(e => $"{e.Title}: {e.Detail}")];

    public IReadOnlyList<string> Journal(string art) => [.. Simulation.Db.Engine.Journal.Where(j => j.Kind == art).Select(j => $"{j.ActivityId} {System.Text.RegularExpressions.Regex.Unescape(j.Data ?? "")}")];

    /// <summary>What people and partners have recorded, with the days it is effective from; facts of the processes themselves are left out.</summary>
    public string Akte() => string.Join(Environment.NewLine, Simulation.Fall!.Akte
        .Where(e => e.Tatsache is not (Domain.Tatsachen.PhaseGewechselt or Domain.Tatsachen.ZugangBewertet))
        .GroupBy(e => e.WirksamAm).OrderBy(g => g.Key)
        .Select(g => $"{g.Key:yyyy-MM-dd} {string.Join(' ', g.Select(e => e.Tatsache.GetType().Name))}"));

    public T Letzte<T>() where T : Domain.Akte.Tatsache => Simulation.Fall!.Akte.Select(e => e.Tatsache).OfType<T>().Last();

    public IReadOnlyList<string> Gesendet() => [.. Simulation.Db.Nachrichten.Select(n => $"{n.Art} {n.TraegerId}")];

    /// <summary>Titles of the tasks that are open at the end, sorted.</summary>
    public string Offen() => string.Join(" | ", Simulation.Db.Aufgaben.Values
        .Where(a => a.Status == Application.Aufgaben.Aufgabenstatus.Offen).Select(a => a.Titel).Order(StringComparer.Ordinal));

    /// <summary>Faults of processes; must be empty.</summary>
    public string Stoerungen() => string.Join(Environment.NewLine, Simulation.Db.Engine.Journal
        .Where(j => j.Kind is Engine.Journal.JournalKinds.ActivityFaulted or Engine.Journal.JournalKinds.InstanceFaulted).Select(j => $"{j.ActivityId}: {j.Data}"));

    public override string ToString() => string.Join(Environment.NewLine, Ereignisse.Select(e => $"{e.Date:yyyy-MM-dd} {e.Kind,-20} {e.Title} {e.Detail}"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
