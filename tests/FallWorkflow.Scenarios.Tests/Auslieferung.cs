using FallWorkflow.Application.Simulation;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>The shipped processes and scenarios, read from the repository; a test may change a process before it loads.</summary>
internal static class Auslieferung
{
    public static string Wurzel { get; } = FindRoot();

    public static InMemoryDefinitionCatalog Prozesse(Func<string, string, string>? change = null)
    {
        var katalog = new InMemoryDefinitionCatalog();
        foreach (var datei in Directory.EnumerateFiles(Path.Combine(Wurzel, "workflows"), "*.json", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(Path.GetDirectoryName(datei)) == "szenarien" || Path.GetFileName(datei).EndsWith(".schema.json", StringComparison.Ordinal))
                continue;
            var json = File.ReadAllText(datei);
            katalog.Publish(DefinitionReader.Read(change is null ? json : change(Path.GetFileNameWithoutExtension(datei), json)));
        }

        return katalog;
    }

    public static Szenario Szenario(string name) =>
        Application.Simulation.Szenario.Parse(File.ReadAllText(Path.Combine(Wurzel, "workflows", "lebenslauf", "szenarien", $"{name}.json")));

    private static string FindRoot()
    {
        var ordner = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(ordner, "FallWorkflow.sln")))
            ordner = Path.GetDirectoryName(ordner) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return ordner;
    }
}
