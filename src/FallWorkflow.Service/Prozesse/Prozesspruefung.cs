using System.Text.Json;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Validation;

namespace FallWorkflow.Service.Prozesse;

/// <summary>Reads definitions and finds everything that keeps them from being published.</summary>
internal sealed class Prozesspruefung
{
    private readonly DefinitionValidator _validator = Prozessmaschine.Validator();

    /// <summary>All problems, with the steps that they concern.</summary>
    public IReadOnlyList<DefinitionProblem> Find(string json, IReadOnlyCollection<WorkflowDefinition> veroeffentlicht) => _validator.Validate(json, veroeffentlicht);

    /// <exception cref="DefinitionUngueltigException">There are problems; all of them are named.</exception>
    public WorkflowDefinition ReadOrThrow(string json, IReadOnlyCollection<WorkflowDefinition> veroeffentlicht)
    {
        var probleme = Check(json, null, veroeffentlicht).ToList();
        return probleme.Count == 0 ? DefinitionReader.Read(json) : throw new DefinitionUngueltigException(probleme);
    }

    /// <summary>All definitions below a folder. Other JSON files, such as scenarios, are passed over.</summary>
    /// <exception cref="DefinitionUngueltigException">There are problems; all of them are named with their files.</exception>
    public IReadOnlyList<WorkflowDefinition> ReadFolderOrThrow(string ordner)
    {
        var dateien = Directory.EnumerateFiles(ordner, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(pfad => (Name: Path.GetRelativePath(ordner, pfad), Json: File.ReadAllText(pfad)))
            .Where(datei => LooksLikeDefinition(datei.Json))
            .ToList();
        var gelesen = dateien.Select(d => (d.Name, Definition: TryRead(d.Json))).Where(d => d.Definition is not null).ToList();
        var probleme = dateien.SelectMany(d => Check(d.Json, d.Name, [.. gelesen.Select(g => g.Definition!)])).ToList();
        foreach (var doppelt in gelesen.GroupBy(g => g.Definition!.DefinitionId).Where(g => g.Count() > 1))
        {
            probleme.Add(new(
                doppelt.Last().Name, null, "definitionId", Texte.Of("Prozess.Doppelt", doppelt.Key, doppelt.First().Name), Texte.Of("Prozess.Doppelt.Abhilfe")));
        }

        return probleme.Count == 0 ? [.. gelesen.Select(g => g.Definition!)] : throw new DefinitionUngueltigException(probleme);
    }

    private IEnumerable<Prozessproblem> Check(string json, string? datei, IReadOnlyCollection<WorkflowDefinition> andere)
    {
        foreach (var p in _validator.Validate(json, andere))
            yield return new(datei, p.ActivityName ?? p.ActivityId, p.Path, p.Message, p.Remedy);
        if (TryRead(json) is { } definition && !Prozesskennung.IsAllowed(definition.DefinitionId))
            yield return new(datei, null, "definitionId", Texte.Of("Prozess.Kennung", definition.DefinitionId), Texte.Of("Prozess.Kennung.Abhilfe"));
    }

    private static WorkflowDefinition? TryRead(string json)
    {
        try
        {
            return DefinitionReader.Read(json);
        }
        catch (DefinitionFormatException)
        {
            return null; // The validator says what is wrong.
        }
    }

    private static bool LooksLikeDefinition(string json)
    {
        try
        {
            using var dokument = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return dokument.RootElement.ValueKind == JsonValueKind.Object && Has(dokument, "definitionId") && Has(dokument, "root");
        }
        catch (JsonException)
        {
            // A broken file may have been meant as a definition; the validator says what is wrong with it.
            return true;
        }
    }

    private static bool Has(JsonDocument dokument, string name) =>
        dokument.RootElement.EnumerateObject().Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
