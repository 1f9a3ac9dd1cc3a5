using System.CommandLine;
namespace FallWorkflow.Benchmarks.Befehle;
internal static class GoalsBefehl { public static Command Create() => new("goals", ""); }
