using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Ports;

namespace FallWorkflow.Service.Prozesse;

/// <summary>Writes published versions as the files that the folder of processes is made of; the same version always as the same bytes.</summary>
internal static class Prozessausfuhr
{
    private static readonly string[] Zuerst = ["$schema", "id", "definitionId", "name", "description", "version"];

    private static readonly JsonSerializerOptions Schreibweise = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes what the folder does not say yet; files that say the same are left as they are.</summary>
    /// <param name="dateien">Files of the folder by definition id; a process without one gets <c>{id}/{id}.json</c>.</param>
    /// <returns>Written files with their versions, by path.</returns>
    public static IReadOnlyList<(string Datei, Prozessversion Version)> Write(string ordner, IReadOnlyDictionary<string, string> dateien, IEnumerable<Prozessversion> versionen)
    {
        var geschrieben = new List<(string Datei, Prozessversion Version)>();
        foreach (var version in versionen.OrderBy(v => v.DefinitionId, StringComparer.Ordinal))
        {
            var datei = dateien.GetValueOrDefault(version.DefinitionId) ?? Path.Combine(ordner, version.DefinitionId, $"{version.DefinitionId}.json");
            if (File.Exists(datei) && Reads(datei) is { } vorhanden && Prozessinhalt.SameContent(vorhanden, JsonNode.Parse(version.Json)!.AsObject()))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(datei)!);
            // Whole or not at all: whoever stops it must not leave half a process behind.
            var daneben = datei + ".neu";
            File.WriteAllText(daneben, TextOf(version));
            File.Move(daneben, datei, overwrite: true);
            geschrieben.Add((datei, version));
        }

        return geschrieben;
    }

    public static string TextOf(Prozessversion version)
    {
        var quelle = JsonNode.Parse(version.Json)!.AsObject();
        Teilprozesse.Unpin(quelle);
        var text = new JsonObject();
        foreach (var (name, wert) in quelle.OrderBy(p => Array.IndexOf(Zuerst, p.Key) is >= 0 and var stelle ? stelle : Zuerst.Length))
            text[name] = wert?.DeepClone();
        if (text["customProperties"] is not JsonObject eigenschaften)
            text["customProperties"] = eigenschaften = [];
        eigenschaften[Prozessinhalt.Stempel] = Prozessinhalt.HashOf(quelle);
        return text.ToJsonString(Schreibweise) + "\n";
    }

    private static JsonObject? Reads(string datei)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(datei)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
