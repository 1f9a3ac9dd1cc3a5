using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Simulation;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Scenarios with one thing changed.</summary>
internal static class Szenarien
{
    public static Szenario Without(this Szenario szenario, Func<Szenarioschritt, bool> weg) => szenario.Schritte.Any(weg)
        ? Copy(szenario, [.. szenario.Schritte.Where(s => !weg(s))])
        : throw new InvalidOperationException("No step of the scenario matches.");

    /// <summary>Inserts a step before (or after) the one that matches; with <paramref name="bis"/> nothing follows it.</summary>
    public static Szenario With(
        this Szenario szenario, string am, string tatsache, Func<Szenarioschritt, bool> bei, bool nachher = false, string? daten = null, string? begruendung = null, bool bis = false)
    {
        var stelle = szenario.Schritte.ToList().FindIndex(s => bei(s)) + (nachher ? 1 : 0);
        var entschieden = new Szenarioschritt { Am = Day(am), Um = new(9, 45), Tatsache = "KlientEntschieden" };
        var neu = new Szenarioschritt
        {
            Am = Day(am),
            Um = new(9, 50),
            Tatsache = tatsache,
            Daten = daten is null ? null : JsonNode.Parse(daten)!.AsObject(),
            Begruendung = begruendung,
        };
        IEnumerable<Szenarioschritt> dazu = tatsache == "FallAufgenommen" ? [entschieden, neu] : [neu];
        var davor = szenario.Schritte.Take(stelle);
        var danach = bis || tatsache == "FallAufgenommen" ? [] : szenario.Schritte.Skip(stelle);
        return Copy(szenario, [.. davor, .. dazu, .. danach]);
    }

    private static Szenario Copy(Szenario alt, IReadOnlyList<Szenarioschritt> schritte) => alt with { Schritte = schritte };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
