using FallWorkflow.Benchmarks.Last;
using FallWorkflow.Benchmarks.Umgebung;

namespace FallWorkflow.Benchmarks.Ziele;

/// <summary>What sleeping Faelle cost: memory and start of the service, and time per burst beside many stored ones.</summary>
internal static class Schlaf
{
    public static async IAsyncEnumerable<Ziel> MeasureAsync(Groessen groessen, string workflows)
    {
        await using var datenbank = await Datenbank.CreateAsync(Datenbankart.Sqlite);
        var vorlage = await Falllast.TemplateAsync(datenbank);
        await vorlage.CopyAsync(datenbank, 1, groessen.Few);
        var (wenig, _) = await ServeAsync(datenbank, workflows);
        await vorlage.CopyAsync(datenbank, groessen.Few + 1, groessen.FewGrown);
        var schnell = await BurstAsync(datenbank, vorlage, groessen.FewGrown, groessen);
        await vorlage.CopyAsync(datenbank, groessen.FewGrown + 1, groessen.Stored);
        var (viel, bereit) = await ServeAsync(datenbank, workflows);
        var groesse = new Dictionary<string, double> { ["cases"] = groessen.Stored, ["timers"] = groessen.Stored * 3.0, ["databaseMB"] = datenbank.Bytes / 1e6, ["residentMB"] = viel / 1e6 };
        yield return new(
            "sleeping.memory", Math.Round((viel - wenig) / 1e6, 1), "MB more", Math.Round(wenig / 1e6, 1), null, "<= 50", viel - wenig <= 50e6, groesse);
        yield return Ziel.AtMost("sleeping.ready", bereit.TotalSeconds, "s", null, 5, groesse);

        var langsam = await BurstAsync(datenbank, vorlage, groessen.Stored, groessen);
        yield return Growth("growth.sqlite", schnell, langsam, groessen);
    }

    public static async IAsyncEnumerable<Ziel> MeasurePostgreSqlAsync(Groessen groessen)
    {
        await using var datenbank = await Datenbank.CreateAsync(Datenbankart.PostgreSql);
        var vorlage = await Falllast.TemplateAsync(datenbank);
        await vorlage.CopyAsync(datenbank, 1, groessen.FewGrown);
        var schnell = await BurstAsync(datenbank, vorlage, groessen.FewGrown, groessen);
        await vorlage.CopyAsync(datenbank, groessen.FewGrown + 1, groessen.Stored);
        var langsam = await BurstAsync(datenbank, vorlage, groessen.Stored, groessen);
        yield return Growth("growth.postgresql", schnell, langsam, groessen);
    }

    private static Ziel Growth(string name, Ergebnis wenige, Ergebnis viele, Groessen groessen) => Ziel.AtMost(
        name, 1000 / viele.Rate, "ms/burst", 1000 / wenige.Rate, 1.2, new Dictionary<string, double>
        {
            ["cases"] = groessen.Stored,
            ["floorCases"] = groessen.FewGrown,
            ["medianMs"] = viele.Median,
            ["floorMedianMs"] = wenige.Median,
        });

    /// <summary>Bursts on Faelle anywhere in the store.</summary>
    private static async Task<Ergebnis> BurstAsync(Datenbank datenbank, Vorlage vorlage, int cases, Groessen groessen)
    {
        await using var last = Falllast.Open(datenbank, new(), vorlage, cases, Groessen.Connections);
        await Messung.RunAsync(Groessen.Connections, groessen.Turn, last.CallAsync);
        var runden = new List<Ergebnis>();
        for (var round = 0; round < groessen.Rounds; round++)
            runden.Add(await Messung.RunAsync(Groessen.Connections, groessen.Turn, last.CallAsync));
        return Ergebnis.MiddleOf(runden);
    }

    /// <summary>Resident memory of the service a while after it is ready, the middle of several looks, and how long it took to be ready.</summary>
    private static async Task<(double Bytes, TimeSpan Ready)> ServeAsync(Datenbank datenbank, string workflows)
    {
        await using var programm = await Programm.StartAsync(datenbank, workflows);
        var looks = new List<double>();
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 7; i++)
        {
            await tick.WaitForNextTickAsync();
            looks.Add(programm.ResidentBytes);
        }

        return (looks.Order().ElementAt(looks.Count / 2), programm.ReadyAfter);
    }
}
