using System.Diagnostics;
using System.Globalization;
using FallWorkflow.Benchmarks.Last;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Benchmarks.Ziele;

/// <summary>Many timers due at once on PostgreSQL, fired by two nodes of the service, each a process.</summary>
internal static class Timersturm
{
    public static async IAsyncEnumerable<Ziel> MeasureAsync(Groessen groessen, string workflows)
    {
        await using var datenbank = await Datenbank.CreateAsync(Datenbankart.PostgreSql);
        var vorlage = await Falllast.TemplateAsync(datenbank);
        await vorlage.CopyAsync(datenbank, 1, groessen.Timers);
        var resume = await ResumeRateAsync(datenbank, vorlage, groessen);

        await using var connection = await datenbank.OpenAsync();
        var knoten = new Dictionary<string, string>
        {
            ["Roles"] = "worker",
            ["Timers__BatchSize"] = "500",
            ["Timers__Concurrency"] = "32",
            ["Timers__LeaseSeconds"] = "60",
        };
        await using var erster = await Programm.StartAsync(datenbank, workflows, knoten);
        await using var zweiter = await Programm.StartAsync(datenbank, workflows, knoten);

        // Both nodes look once a minute for what others have armed, and at once for what they know; a due instant in the
        // past is seen at the next look.
        var faellig = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await connection.ExecuteAsync($"UPDATE \"Timer\" SET \"DueAt\" = '{faellig.ToString("O", CultureInfo.InvariantCulture)}' WHERE \"ActivityId\" = 'Eins'");
        var fired = await WaitAsync(connection, groessen.Timers);

        var ausgeloest = await connection.CountAsync($"SELECT COUNT(*) FROM \"Journal\" WHERE \"Kind\" = '{JournalKinds.TimerFired}' AND \"ActivityId\" = 'Eins'");
        var instanzen = await connection.CountAsync($"SELECT COUNT(DISTINCT \"InstanceId\") FROM \"Journal\" WHERE \"Kind\" = '{JournalKinds.TimerFired}' AND \"ActivityId\" = 'Eins'");
        var alle = await connection.CountAsync("SELECT COUNT(*) FROM \"WorkflowInstanzen\"");
        yield return Ziel.AtLeast("timers.rate", fired.Rate, "timers/s", resume.Rate, 0.8, new Dictionary<string, double>
        {
            ["timers"] = alle,
            ["nodes"] = 2,
            ["seconds"] = fired.Seconds,
        });
        yield return new(
            "timers.once", ausgeloest - instanzen + (alle - instanzen), "doubled or missing", null, null, "<= 0", ausgeloest == alle && instanzen == alle,
            new Dictionary<string, double> { ["fired"] = ausgeloest, ["instances"] = instanzen });
    }

    /// <summary>The same kind of burst, asked for by callers of one process.</summary>
    private static async Task<Ergebnis> ResumeRateAsync(Datenbank datenbank, Vorlage vorlage, Groessen groessen)
    {
        await using var last = Falllast.Open(datenbank, new(), vorlage, groessen.Timers);
        await Messung.RunAsync(Groessen.Callers, groessen.Turn, last.CallAsync);
        var runden = new List<Ergebnis>();
        for (var round = 0; round < groessen.Rounds; round++)
            runden.Add(await Messung.RunAsync(Groessen.Callers, groessen.Turn, last.CallAsync));
        return Ergebnis.MiddleOf(runden);
    }

    private static async Task<(double Rate, double Seconds)> WaitAsync(System.Data.Common.DbConnection connection, int timers)
    {
        const string Rest = "SELECT COUNT(*) FROM \"Timer\" WHERE \"ActivityId\" = 'Eins'";
        // Counting reads the whole table, on the cores that are being measured: some hundred times in all, and at most once in two seconds.
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(Math.Clamp(timers / 50, 100, 2000)));
        var total = await connection.CountAsync(Rest);
        long begin = 0, last = total, atBegin = total;
        var waiting = Stopwatch.GetTimestamp();
        while (true)
        {
            await tick.WaitForNextTickAsync();
            var rest = await connection.CountAsync(Rest);
            if (rest < last)
                waiting = Stopwatch.GetTimestamp();
            if (begin == 0 && rest < total)
                (begin, atBegin) = (Stopwatch.GetTimestamp(), rest);
            last = rest;
            if (rest == 0)
            {
                var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
                return (atBegin / seconds, seconds);
            }

            if (Stopwatch.GetElapsedTime(waiting) > TimeSpan.FromMinutes(3))
                throw new TimeoutException($"{rest} of {timers} timers have not fired, and for three minutes none has.");
        }
    }
}
