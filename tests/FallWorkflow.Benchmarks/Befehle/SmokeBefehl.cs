using System.CommandLine;
using FallWorkflow.Benchmarks.Last;
using FallWorkflow.Benchmarks.Umgebung;

namespace FallWorkflow.Benchmarks.Befehle;

/// <summary>
/// <c>smoke</c>: a second of load on each database and some lists, then a look whether every answered burst is there as a whole. The exit
/// code depends on that alone; speed is printed, not judged.
/// </summary>
internal static class SmokeBefehl
{
    private const int Rufer = 32;

    public static Command Create()
    {
        var command = new Command("smoke", "A second of load on each database and a check of what it left.");
        command.SetAction((_, _) => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        var good = true;
        foreach (var art in new[] { Datenbankart.Sqlite, Datenbankart.PostgreSql })
        {
            foreach (var group in new[] { false, true })
                good &= await CheckAsync(art, group);
        }

        await foreach (var liste in Ziele.Listen.MeasureAsync(faelle: 3_000, aufrufe: 4, rufer: 2))
        {
            // Each kind of list answers. Among so few Fälle what is searched for by chance is seldom there; the first page always has rows.
            var found = liste.Details!["rows"] > 0 || !liste.Name.EndsWith(".first", StringComparison.Ordinal);
            if (!found)
                Kommandozeile.Print(new { name = $"smoke.{liste.Name}", good = false });
            good &= found;
        }

        return good ? 0 : 1;
    }

    private static async Task<bool> CheckAsync(Datenbankart art, bool group)
    {
        await using var datenbank = await Datenbank.CreateAsync(art);
        await using var last = await Ereignislast.CreateAsync(datenbank, new() { LargestGroup = group ? 64 : 1 }, Rufer * 64, "k", seed: true);
        var ergebnis = await Messung.RunAsync(Rufer, TimeSpan.FromSeconds(1), last.CallAsync);
        await using var connection = await datenbank.OpenAsync();
        var aufgaben = await connection.CountAsync("SELECT COUNT(*) FROM \"Aufgaben\"");
        var lesezeichen = await connection.CountAsync("SELECT COUNT(*) FROM \"Bookmarks\"");
        var lueckenhaft = await connection.CountAsync(
            "SELECT COUNT(*) FROM \"WorkflowInstanzen\" i WHERE i.\"LastSequence\" <> (SELECT COUNT(*) FROM \"Journal\" j WHERE j.\"InstanceId\" = i.\"Id\")");
        var good = ergebnis.Count > 0 && aufgaben == ergebnis.Count && lesezeichen == Rufer * 64 && lueckenhaft == 0;
        Kommandozeile.Print(new
        {
            name = $"smoke.{Ziele.Wiederaufnahme.Name(art)}.{(group ? "group" : "single")}",
            good,
            bursts = ergebnis.Count,
            tasks = aufgaben,
            bookmarks = lesezeichen,
            instancesWithGaps = lueckenhaft,
            rate = Math.Round(ergebnis.Rate),
        });
        return good;
    }
}
