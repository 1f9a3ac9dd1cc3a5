using System.Diagnostics;
using System.Globalization;

namespace FallWorkflow.Benchmarks.Last;

/// <summary>
/// Processor time used so far by this process, and by the database server for it. Unlike a rate it hardly depends on who
/// else is at work on the machine.
/// </summary>
internal readonly record struct Rechenzeit(double OwnMs, double ServerMs)
{
    /// <summary>Unit of /proc/…/stat: hundredths of a second on every Linux of today.</summary>
    private const double Tick = 10;

    public static Rechenzeit Now
    {
        get
        {
            using var own = Process.GetCurrentProcess();
            return new(own.TotalProcessorTime.TotalMilliseconds, Server());
        }
    }

    public static Rechenzeit operator -(Rechenzeit after, Rechenzeit before) => new(after.OwnMs - before.OwnMs, after.ServerMs - before.ServerMs);

    /// <summary>The backends that serve a benchmark's database carry its name in their title.</summary>
    private static double Server()
    {
        double sum = 0;
        foreach (var folder in Directory.Exists("/proc") ? Directory.GetDirectories("/proc") : [])
        {
            try
            {
                if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
                    continue;
                var title = File.ReadAllText(Path.Combine(folder, "cmdline"));
                if (!title.StartsWith("postgres:", StringComparison.Ordinal) || !title.Contains("fallworkflow_bench", StringComparison.Ordinal))
                    continue;
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                sum += (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) * Tick;
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return sum;
    }
}
