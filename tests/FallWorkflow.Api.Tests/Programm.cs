using FallWorkflow.TestKit.Server;

namespace FallWorkflow.Api.Tests;

/// <summary>The program as people start it: a process of its own.</summary>
internal static class Programm
{
    public static readonly TimeSpan Geduld = TimeSpan.FromSeconds(120);

    public static readonly string Wurzel = FindRoot();

    public static ChildProcess Start(params string[] argumente) =>
        ChildProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "fallworkflow.dll"), .. argumente]);

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Ausgabe)> RunAsync(params string[] argumente)
    {
        await using var prozess = Start(argumente);
        await prozess.WaitForExitAsync(Geduld);
        return (prozess.ExitCode, prozess.Output);
    }

    private static string FindRoot()
    {
        var ordner = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(ordner, "FallWorkflow.sln")))
            ordner = Path.GetDirectoryName(ordner) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return ordner;
    }
}
