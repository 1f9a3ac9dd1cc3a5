using FallWorkflow.Application.Ports;
using FallWorkflow.Application.Simulation;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Service.Zusammenbau;

namespace FallWorkflow.Service.Prozesse;

/// <summary>The scenarios in the folders <c>szenarien</c> below that of the process definitions, read once.</summary>
internal sealed class Szenariodateien(Einstellungen einstellungen) : ISzenarien
{
    private readonly Lazy<IReadOnlyList<(string Id, Szenario Szenario)>> _alle = new(() => Read(einstellungen.Prozessordner));

    public IReadOnlyList<(string Id, Szenario Szenario)> All() => _alle.Value;

    private static List<(string Id, Szenario Szenario)> Read(string ordner)
    {
        var alle = new List<(string Id, Szenario Szenario)>();
        if (ordner.Length == 0)
            return alle;
        var dateien = Directory.EnumerateFiles(ordner, "*.json", SearchOption.AllDirectories)
            .Where(d => Path.GetFileName(Path.GetDirectoryName(d)) == "szenarien").OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal);
        foreach (var datei in dateien)
        {
            try
            {
                alle.Add((Path.GetFileNameWithoutExtension(datei), Szenario.Parse(File.ReadAllText(datei))));
            }
            catch (InvalidInputException)
            {
                // One of an office's own that cannot be read; simulate names its place.
            }
        }

        return alle;
    }
}
