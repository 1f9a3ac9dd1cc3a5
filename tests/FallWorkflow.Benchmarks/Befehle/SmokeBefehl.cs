using System.CommandLine;
namespace FallWorkflow.Benchmarks.Befehle;
internal static class SmokeBefehl { public static Command Create() => new("smoke", ""); }
