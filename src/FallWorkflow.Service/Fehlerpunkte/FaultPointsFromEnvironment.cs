using System.Globalization;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Service.Fehlerpunkte;

/// <summary>
/// For the reliability tests: with <c>FALLWORKFLOW_FAULTPOINT=name</c> the process prints <c>AT name</c> when it gets there.
/// <c>FALLWORKFLOW_FAULTPOINT_ACTION</c> says what then: <c>stop</c> (default) stays there, so that the process can be killed
/// at exactly this instant; <c>gate</c> goes on when a line comes in from standard input; <c>kill</c> ends the process as a
/// crash would. <c>FALLWORKFLOW_FAULTPOINT_SKIP=n</c> passes the first n times. Without the variable it does nothing.
/// </summary>
internal sealed class FaultPointsFromEnvironment(string? name, int skip, string action) : IFaultPoints
{
    private readonly Lock _gate = new();
    private int _reached;
    private int _passed;

    public static FaultPointsFromEnvironment Create() => new(
        Environment.GetEnvironmentVariable("FALLWORKFLOW_FAULTPOINT"),
        int.TryParse(Environment.GetEnvironmentVariable("FALLWORKFLOW_FAULTPOINT_SKIP"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0,
        Environment.GetEnvironmentVariable("FALLWORKFLOW_FAULTPOINT_ACTION") ?? "stop");

    public bool IsArmed => name is not null;

    public void Reached(string point)
    {
        if (point != name || Interlocked.Increment(ref _reached) <= skip)
            return;
        switch (action)
        {
            case "kill":
                Say($"AT {point}");
                Environment.FailFast($"Fault point {point}");
                break;
            case "gate":
                lock (_gate)
                {
                    // Numbered, since a gate is passed more than once.
                    Say($"AT {point} #{++_passed}");
                    Console.In.ReadLine();
                    Say($"PASSED {point} #{_passed}");
                }

                break;
            default:
                Say($"AT {point}");
                // Forever: what runs here must not get any further before the kill.
                new ManualResetEventSlim().Wait();
                break;
        }
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
