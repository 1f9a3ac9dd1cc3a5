using System.Diagnostics;
using System.Globalization;

namespace FallWorkflow.Benchmarks.Ziele;

/// <summary>The program's own <c>simulate --cases</c>, as a process.</summary>
internal static class Simulation
{
    public static async IAsyncEnumerable<Ziel> MeasureAsync(Groessen groessen)
    {
        var (_, wenig) = await RunAsync(groessen.SimulatedCases / 10);
        var (sekunden, viel) = await RunAsync(groessen.SimulatedCases);
        var zeit = 60.0 * groessen.SimulatedCases / 10_000;
        var groesse = new Dictionary<string, double> { ["cases"] = groessen.SimulatedCases, ["months"] = 24, ["casesPerSecond"] = groessen.SimulatedCases / sekunden };
        yield return Ziel.AtMost("simulate.time", sekunden, "s", null, zeit, groesse);
        yield return Ziel.AtMost("simulate.memory", viel / 1e6, "MB at most", wenig / 1e6, 1.25, groesse);
    }

    private static async Task<(double Seconds, double PeakBytes)> RunAsync(int cases)
    {
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "fallworkflow.dll"), "simulate", "fallmanagement", "--months", "24", "--format", "json", "--cases", cases.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The simulation did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        double peak = 0;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!ended.IsCompleted)
        {
            process.Refresh();
            if (!process.HasExited)
                peak = Math.Max(peak, process.WorkingSet64);
            await tick.WaitForNextTickAsync();
        }

        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (process.ExitCode != 0 || !(await output).Contains("\"summary\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"The simulation ended with {process.ExitCode}: {await output}");
        return (seconds, peak);
    }
}
