using System.Globalization;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Service.Fehlerpunkte;

/// <summary>
/// For the reliability tests: with <c>FALLWORKFLOW_FAULTPOINT=name</c> the process prints <c>AT name</c> when it gets there
/// and stays there, so that it can be killed at exactly this instant. <c>FALLWORKFLOW_FAULTPOINT_SKIP=n</c> passes the
/// first n times. Without the variable it does nothing.
/// </summary>
internal sealed class FaultPointsFromEnvironment(string? name, int skip) : IFaultPoints
{
    private int _reached;

    public static FaultPointsFromEnvironment Create() => new(
        Environment.GetEnvironmentVariable("FALLWORKFLOW_FAULTPOINT"),
        int.TryParse(Environment.GetEnvironmentVariable("FALLWORKFLOW_FAULTPOINT_SKIP"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);

    public void Reached(string point)
    {
        if (point != name || Interlocked.Increment(ref _reached) <= skip)
            return;
        Console.Out.WriteLine($"AT {point}");
        Console.Out.Flush();
        // Forever: what runs here must not get any further before the kill.
        new ManualResetEventSlim().Wait();
    }
}
