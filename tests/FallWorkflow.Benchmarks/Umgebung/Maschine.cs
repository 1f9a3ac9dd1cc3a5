using System.Runtime.InteropServices;

namespace FallWorkflow.Benchmarks.Umgebung;

/// <summary>Where and when something was measured.</summary>
internal sealed record Maschine(DateTimeOffset Date, string Processor, int Cores, double MemoryGB, string System, string Runtime, double LoadBefore)
{
    public static Maschine Current => new(
        TimeProvider.System.GetUtcNow(),
        Read("/proc/cpuinfo").Split('\n').FirstOrDefault(z => z.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        double.TryParse(Read("/proc/loadavg").Split(' ')[0], global::System.Globalization.CultureInfo.InvariantCulture, out var last) ? last : 0);

    private static string Read(string file) => File.Exists(file) ? File.ReadAllText(file) : "";
}
