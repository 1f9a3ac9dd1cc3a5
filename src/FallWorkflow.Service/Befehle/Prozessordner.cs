using System.Text.Json;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Service.Befehle;

/// <summary>Process definitions as files, for the verbs that work without a database.</summary>
internal static class Prozessordner
{
    /// <summary>The definition files of a file or folder; other JSON files, such as scenarios, are passed over.</summary>
    /// <exception cref="Zusammenbau.StartfehlerException">The path does not exist.</exception>
    public static IReadOnlyList<string> Files(string pfad)
    {
        if (File.Exists(pfad))
            return [Path.GetFullPath(pfad)];
        if (!Directory.Exists(pfad))
            throw new Zusammenbau.StartfehlerException(Befehlstexte.Of("PfadFehlt", pfad));
        return [.. Directory.EnumerateFiles(pfad, "*.json", SearchOption.AllDirectories)
            .Where(LooksLikeDefinition).Select(Path.GetFullPath).Order(StringComparer.Ordinal)];
    }

    /// <summary>The folder whose processes belong to a file: the nearest <c>workflows</c> above it, else its own.</summary>
    public static string RootOf(string datei)
    {
        for (var ordner = Path.GetDirectoryName(Path.GetFullPath(datei)); ordner is not null; ordner = Path.GetDirectoryName(ordner))
        {
            if (Path.GetFileName(ordner) == "workflows")
                return ordner;
        }

        return Path.GetDirectoryName(Path.GetFullPath(datei))!;
    }

    /// <summary>The folder <c>workflows</c> here, or in a folder above this one or above the program; null if there is none.</summary>
    public static string? FindDefault()
    {
        foreach (var beginn in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (var ordner = beginn; ordner is not null; ordner = Path.GetDirectoryName(ordner))
            {
                var kandidat = Path.Combine(ordner, "workflows");
                if (Directory.Exists(kandidat))
                    return kandidat;
            }
        }

        return null;
    }

    /// <summary>Reads what can be read; what cannot is for <c>validate</c> to name.</summary>
    public static IEnumerable<WorkflowDefinition> ReadAll(IEnumerable<string> dateien)
    {
        foreach (var datei in dateien)
        {
            WorkflowDefinition? definition;
            try
            {
                definition = DefinitionReader.Read(File.ReadAllText(datei));
            }
            catch (DefinitionFormatException)
            {
                continue;
            }

            yield return definition;
        }
    }

    private static bool LooksLikeDefinition(string datei)
    {
        try
        {
            using var dokument = JsonDocument.Parse(File.ReadAllText(datei));
            return dokument.RootElement.ValueKind == JsonValueKind.Object
                && dokument.RootElement.EnumerateObject().Any(p => p.Name is "root" or "Root" or "definitionId" or "DefinitionId");
        }
        catch (JsonException)
        {
            // It may have been meant as a definition; then somebody has to hear that it is broken.
            return true;
        }
    }
}
