using System.CommandLine;
using System.Text.Json;
using FallWorkflow.Benchmarks.Umgebung;
using FallWorkflow.Benchmarks.Ziele;

namespace FallWorkflow.Benchmarks.Befehle;

/// <summary><c>goals</c>: measures everything that has a goal and prints one line of JSON for each. The exit code tells only whether everything could be measured.</summary>
internal static class GoalsBefehl
{
    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Smaller sizes that end within five minutes." };
        var only = new Option<string[]>("--only") { Description = "Some of: resume, sleeping, timers, growth, lists, simulate.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong("resume", "sleeping", "timers", "growth", "lists", "simulate");
        var output = new Option<string?>("--output") { Description = "File that gets machine, date and all lines as JSON." };
        var command = new Command("goals", "Measures everything that has a goal.") { quick, only, output };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(quick), parsed.GetValue(only) ?? [], parsed.GetValue(output)));
        return command;
    }

    private static async Task<int> RunAsync(bool quick, string[] only, string? output)
    {
        var groessen = quick ? Groessen.Quick : Groessen.Full;
        var workflows = Prozesse.WriteFolder();
        var begin = TimeProvider.System.GetTimestamp();
        var ziele = new List<Ziel>();
        var failed = 0;
        try
        {
            foreach (var (name, measure) in new (string, Func<IAsyncEnumerable<Ziel>>)[]
            {
                ("resume", () => Wiederaufnahme.MeasureAsync(groessen)),
                ("simulate", () => Simulation.MeasureAsync(groessen)),
                ("timers", () => Timersturm.MeasureAsync(groessen, workflows)),
                ("sleeping", () => Schlaf.MeasureAsync(groessen, workflows)),
                ("growth", () => Schlaf.MeasurePostgreSqlAsync(groessen)),
                ("lists", () => Listen.MeasureAsync(groessen.ListedCases, aufrufe: 200, rufer: 2)),
            })
            {
                if (only.Length > 0 && !only.Contains(name))
                    continue;
                try
                {
                    await foreach (var ziel in measure())
                    {
                        Kommandozeile.Print(ziel);
                        ziele.Add(ziel);
                    }
                }
                catch (Exception e) when (e is InvalidOperationException or TimeoutException or System.Data.Common.DbException or HttpRequestException)
                {
                    // One that cannot be measured must not cost the others theirs.
                    failed++;
                    await Console.Error.WriteLineAsync($"{name}: {e.Message}");
                }
            }
        }
        finally
        {
            Directory.Delete(workflows, recursive: true);
        }

        if (output is not null)
        {
            await File.WriteAllTextAsync(output, JsonSerializer.Serialize(
                new { maschine = Maschine.Current, quick, seconds = Math.Round(TimeProvider.System.GetElapsedTime(begin).TotalSeconds), goals = ziele },
                Kommandozeile.Indented));
        }

        return failed == 0 ? 0 : 1;
    }
}
