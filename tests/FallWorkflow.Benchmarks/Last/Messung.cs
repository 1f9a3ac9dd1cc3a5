using System.Diagnostics;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>What came of one stretch of load.</summary>
/// <param name="Rate">Per second.</param>
/// <param name="Median">Milliseconds that one caller waited.</param>
/// <param name="P99">Milliseconds that one in a hundred callers waited at least.</param>
/// <param name="OwnMs">Processor time of this process per call, milliseconds.</param>
/// <param name="ServerMs">Processor time of the database server per call, milliseconds; 0 for SQLite, which runs in this process.</param>
internal sealed record Ergebnis(double Rate, double Median, double P99, long Count, double OwnMs, double ServerMs)
{
    /// <summary>Of several stretches the middle one by rate, so that a neighbour's moment of work does not decide.</summary>
    public static Ergebnis MiddleOf(IEnumerable<Ergebnis> ergebnisse)
    {
        var alle = ergebnisse.OrderBy(e => e.Rate).ToList();
        return alle[alle.Count / 2];
    }
}

/// <summary>Keeps a number of callers busy for a while; each begins its next call when the last was answered.</summary>
internal static class Messung
{
    public static async Task<Ergebnis> RunAsync(int callers, TimeSpan duration, Func<int, Task> call)
    {
        var times = new List<long>[callers];
        var before = Rechenzeit.Now;
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var mine = times[caller] = new(4096);
            while (Stopwatch.GetElapsedTime(begin) < duration)
            {
                var called = Stopwatch.GetTimestamp();
                await call(caller);
                mine.Add(Stopwatch.GetTimestamp() - called);
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(begin);
        var used = Rechenzeit.Now - before;
        var all = times.SelectMany(t => t).Order().ToList();
        return new(
            all.Count / elapsed.TotalSeconds, Milliseconds(all, 0.5), Milliseconds(all, 0.99), all.Count, used.OwnMs / Math.Max(1, all.Count), used.ServerMs / Math.Max(1, all.Count));
    }

    private static double Milliseconds(List<long> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)] * 1000.0 / Stopwatch.Frequency;
}
