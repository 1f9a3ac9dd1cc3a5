using System.CommandLine;
using FallWorkflow.Benchmarks.Last;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Persistence;

namespace FallWorkflow.Benchmarks.Befehle;

/// <summary><c>bench</c>: one kind of load with knobs, floor and engine by turns, as one line of JSON.</summary>
internal static class BenchBefehl
{
    public static Command Create()
    {
        var art = new Option<Datenbankart>("--database") { Description = "Sqlite (synchronous=FULL), SqliteNormal or PostgreSql (fsync on)." };
        var last = new Option<string>("--load") { Description = "event: the engine alone; case: a whole use case on a Fall.", DefaultValueFactory = _ => "event" };
        last.AcceptOnlyFromAmong("event", "case");
        var rufer = new Option<int>("--callers") { Description = "Bursts at a time.", DefaultValueFactory = _ => 4 };
        var verbindungen = new Option<int>("--connections") { Description = "Transactions at a time of the floor.", DefaultValueFactory = _ => 4 };
        var sekunden = new Option<double>("--seconds") { Description = "Length of one turn.", DefaultValueFactory = _ => 3 };
        var runden = new Option<int>("--rounds") { Description = "Turns of each.", DefaultValueFactory = _ => 3 };
        var gruppe = new Option<bool>("--group") { Description = "Group commit." };
        var hoechstens = new Option<int>("--max-group") { Description = "Bursts per commit at most.", DefaultValueFactory = _ => 64 };
        var faelle = new Option<int>("--cases") { Description = "Cases stored.", DefaultValueFactory = _ => 4096 };
        var command = new Command("bench", "One kind of load with knobs.") { art, last, rufer, verbindungen, sekunden, runden, gruppe, hoechstens, faelle };
        command.SetAction(async (parsed, _) =>
        {
            var options = new PersistenceOptions { LargestGroup = parsed.GetValue(gruppe) ? parsed.GetValue(hoechstens) : 1 };
            await using var datenbank = await Datenbank.CreateAsync(parsed.GetValue(art));
            await using ILast load = parsed.GetValue(last) == "event"
                ? await Ereignislast.CreateAsync(datenbank, options, parsed.GetValue(faelle), "k", seed: true)
                : await Falllast.CreateAsync(datenbank, options, parsed.GetValue(faelle), parsed.GetValue(rufer));
            var vergleich = await Vergleich.RunAsync(
                datenbank, load, parsed.GetValue(rufer), parsed.GetValue(verbindungen), TimeSpan.FromSeconds(parsed.GetValue(sekunden)), parsed.GetValue(runden));
            Kommandozeile.Print(new
            {
                database = parsed.GetValue(art),
                load = parsed.GetValue(last),
                callers = parsed.GetValue(rufer),
                connections = parsed.GetValue(verbindungen),
                group = options.LargestGroup > 1,
                rowsPerBurst = vergleich.Rows,
                rate = vergleich.Engine.Rate,
                floor = vergleich.Floor.Rate,
                ratio = vergleich.Ratio,
                medianMs = vergleich.Engine.Median,
                p99Ms = vergleich.Engine.P99,
                floorMedianMs = vergleich.Floor.Median,
                cpuMs = vergleich.Engine.OwnMs,
                serverCpuMs = vergleich.Engine.ServerMs,
                floorCpuMs = vergleich.Floor.OwnMs,
                floorServerCpuMs = vergleich.Floor.ServerMs,
            });
            return 0;
        });
        return command;
    }
}
