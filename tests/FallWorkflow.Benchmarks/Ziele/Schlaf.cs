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
        await vorlage.CopyAsync(datenbank, groessen.Few + 1, groessen.Stored);
        var (viel, bereit) = await ServeAsync(datenbank, workflows);
        var groesse = new Dictionary<string, double> { ["cases"] = groessen.Stored, ["timers"] = groessen.Stored * 3.0, ["databaseMB"] = datenbank.Bytes / 1e6, ["residentMB"] = viel / 1e6 };
        yield return new(
            "sleeping.memory", Math.Round((viel - wenig) / 1e6, 1), "MB more", Math.Round(wenig / 1e6, 1), null, "<= 50", viel - wenig <= 50e6, groesse);
        yield return Ziel.AtMost("sleeping.ready", bereit.TotalSeconds, "s", null, 5, groesse);

        await foreach (var ziel in GrowthAsync("growth.sqlite", datenbank, vorlage, groessen))
            yield return ziel;
    }

    public static async IAsyncEnumerable<Ziel> MeasurePostgreSqlAsync(Groessen groessen)
    {
        await using var datenbank = await Datenbank.CreateAsync(Datenbankart.PostgreSql);
        var vorlage = await Falllast.TemplateAsync(datenbank);
        await vorlage.CopyAsync(datenbank, 1, groessen.Stored);
        await foreach (var ziel in GrowthAsync("growth.postgresql", datenbank, vorlage, groessen))
            yield return ziel;
    }

    /// <summary>
    /// Bursts in a small store, on Faelle anywhere in the large one, and on as many Faelle of the large one as the small one has, by turns: the last
    /// tells what storing costs, and the one before what rows cost that nobody has touched for long.
    /// </summary>
    private static async IAsyncEnumerable<Ziel> GrowthAsync(string name, Datenbank gross, Vorlage vorlage, Groessen groessen)
    {
        await using var klein = await Datenbank.CreateAsync(gross.Art);
        var kleineVorlage = await Falllast.TemplateAsync(klein);
        await kleineVorlage.CopyAsync(klein, 1, groessen.FewGrown);
        await using var wenige = Falllast.Open(klein, new(), kleineVorlage, groessen.FewGrown, Groessen.Connections);
        await using var alle = Falllast.Open(gross, new(), vorlage, groessen.Stored, Groessen.Connections);
        await using var gleiche = Falllast.Open(gross, new(), vorlage, groessen.FewGrown, Groessen.Connections);
        Falllast[] lasten = [wenige, alle, gleiche];
        foreach (var last in lasten)
            await Messung.RunAsync(Groessen.Connections, groessen.Turn * 2, last.CallAsync);
        var ergebnisse = lasten.Select(_ => new List<Ergebnis>()).ToList();
        for (var round = 0; round < groessen.Rounds; round++)
        {
            foreach (var (last, liste) in lasten.Zip(ergebnisse))
                liste.Add(await Messung.RunAsync(Groessen.Connections, groessen.Turn, last.CallAsync));
        }

        var boden = Ergebnis.MiddleOf(ergebnisse[0]);
        yield return Of($"{name}.all", Ergebnis.MiddleOf(ergebnisse[1]), groessen.Stored);
        yield return Of($"{name}.same", Ergebnis.MiddleOf(ergebnisse[2]), groessen.FewGrown);

        Ziel Of(string wie, Ergebnis wert, int bearbeitet) => Ziel.AtMost(wie, 1000 / wert.Rate, "ms/burst", 1000 / boden.Rate, 1.2, new Dictionary<string, double>
        {
            ["cases"] = groessen.Stored,
            ["workedOn"] = bearbeitet,
            ["floorCases"] = groessen.FewGrown,
            ["medianMs"] = wert.Median,
            ["floorMedianMs"] = boden.Median,
            ["cpuMs"] = wert.OwnMs,
            ["floorCpuMs"] = boden.OwnMs,
            ["serverCpuMs"] = wert.ServerMs,
            ["floorServerCpuMs"] = boden.ServerMs,
        });
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
