using FallWorkflow.Benchmarks.Last;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Persistence;

namespace FallWorkflow.Benchmarks.Ziele;

/// <summary>Resume by event, each burst with its own commit and with shared ones, against the floor on the same database.</summary>
internal static class Wiederaufnahme
{
    public static async IAsyncEnumerable<Ziel> MeasureAsync(Groessen groessen)
    {
        foreach (var (art, einzeln, gemeinsam) in new (Datenbankart, double?, double?)[]
        {
            (Datenbankart.Sqlite, 0.6, 2.5), (Datenbankart.SqliteNormal, null, null), (Datenbankart.PostgreSql, 0.6, 3),
        })
        {
            await using var datenbank = await Datenbank.CreateAsync(art);
            await using var allein = await Ereignislast.CreateAsync(datenbank, new() { LargestGroup = 1 }, 8192, "k", seed: true);
            await using var zusammen = await Ereignislast.CreateAsync(datenbank, new(), 8192, "k", seed: false);
            foreach (var ziel in await CompareAsync($"resume.{Name(art)}", datenbank, allein, zusammen, groessen, einzeln, gemeinsam))
                yield return ziel;
        }

        foreach (var art in new[] { Datenbankart.Sqlite, Datenbankart.PostgreSql })
        {
            await using var datenbank = await Datenbank.CreateAsync(art);
            var vorlage = await Falllast.TemplateAsync(datenbank);
            await vorlage.CopyAsync(datenbank, 1, 8192);
            await using var allein = Falllast.Open(datenbank, new() { LargestGroup = 1 }, vorlage, 8192);
            await using var zusammen = Falllast.Open(datenbank, new(), vorlage, 8192);
            foreach (var ziel in await CompareAsync($"case.{Name(art)}", datenbank, allein, zusammen, groessen, null, null))
                yield return ziel;
        }
    }

    public static string Name(Datenbankart art) => art switch
    {
        Datenbankart.Sqlite => "sqlite",
        Datenbankart.SqliteNormal => "sqlite-normal",
        _ => "postgresql",
    };

    /// <summary>Floor, single, floor, group … by turns.</summary>
    private static async Task<IReadOnlyList<Ziel>> CompareAsync(
        string name, Datenbank datenbank, ILast allein, ILast zusammen, Groessen groessen, double? einzeln, double? gemeinsam)
    {
        await using var handarbeit = await allein.ByHandAsync(datenbank, Groessen.Connections);
        await Messung.RunAsync(Groessen.Connections, groessen.Warm, allein.CallAsync);
        await Messung.RunAsync(Groessen.Callers, groessen.Warm, zusammen.CallAsync);
        var (floor, single, group) = (new List<Ergebnis>(), new List<Ergebnis>(), new List<Ergebnis>());
        for (var round = 0; round < groessen.Rounds; round++)
        {
            floor.Add(await Messung.RunAsync(Groessen.Connections, groessen.Turn, handarbeit.CallAsync));
            single.Add(await Messung.RunAsync(Groessen.Connections, groessen.Turn, allein.CallAsync));
            floor.Add(await Messung.RunAsync(Groessen.Connections, groessen.Turn, handarbeit.CallAsync));
            group.Add(await Messung.RunAsync(Groessen.Callers, groessen.Turn, zusammen.CallAsync));
        }

        var boden = Ergebnis.MiddleOf(floor);
        return [Of("single", Ergebnis.MiddleOf(single), einzeln, Groessen.Connections), Of("group", Ergebnis.MiddleOf(group), gemeinsam, Groessen.Callers)];

        Ziel Of(string wie, Ergebnis ergebnis, double? ziel, int rufer) => Ziel.AtLeast(
            $"{name}.{wie}", ergebnis.Rate, "bursts/s", boden.Rate, ziel, new Dictionary<string, double>
            {
                ["rowsPerBurst"] = handarbeit.Rows,
                ["callers"] = rufer,
                ["floorConnections"] = Groessen.Connections,
                ["medianMs"] = ergebnis.Median,
                ["p99Ms"] = ergebnis.P99,
                ["cpuMs"] = ergebnis.OwnMs,
                ["serverCpuMs"] = ergebnis.ServerMs,
                ["floorMedianMs"] = boden.Median,
                ["floorCpuMs"] = boden.OwnMs,
                ["floorServerCpuMs"] = boden.ServerMs,
            });
    }
}
