using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>One step without what lies in it.</summary>
/// <param name="Schluessel">The id; the second of the same id has a number behind it.</param>
/// <param name="Behaelter">Key of the step in which it lies; null for the outermost.</param>
/// <param name="Platz">Property of that step, for example <c>activities</c> or <c>then</c>.</param>
/// <param name="Rest">What is not yet compared; emptied by and by.</param>
internal sealed record Schritt(string Schluessel, string? Behaelter, string Platz, string Pfad, JsonObject Rest)
{
    public string Type { get; } = Rest.Text("type") ?? "";

    public string Name { get; } = Benennung(Rest);

    private static string Benennung(JsonObject json) =>
        new[] { (json["metadata"] as JsonObject)?.Text("displayText"), json.Text("name"), json.Text("id") }.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? "?";
}

/// <summary>A definition taken apart: its steps, and what is left when they are taken out. The definition itself stays as it is.</summary>
internal sealed class Inhalt
{
    /// <summary>Key of the outermost step, whatever its id.</summary>
    public const string Wurzel = "(root)";

    // These differ between any two versions and say nothing about the process.
    private static readonly string[] Versionsfelder = ["id", "version", "isLatest", "isPublished", "createdAt"];

    public Inhalt(JsonObject definition)
    {
        Rest = definition.DeepClone().AsObject();
        foreach (var name in Rest.Select(p => p.Key).Where(k => Versionsfelder.Contains(k, StringComparer.OrdinalIgnoreCase)).ToList())
            Rest.Remove(name);
        if (Rest["root"] is JsonObject wurzel)
        {
            Rest.Remove("root");
            Take(wurzel, Wurzel, null, "", "root");
        }
    }

    public JsonObject Rest { get; }

    public Dictionary<string, Schritt> Schritte { get; } = new(StringComparer.Ordinal);

    /// <summary>Steps of each place in the order of the file, by container and property.</summary>
    public Dictionary<(string Behaelter, string Platz), List<string>> Folgen { get; } = [];

    private void Take(JsonObject schritt, string schluessel, string? behaelter, string platz, string pfad)
    {
        Schritte[schluessel] = new(schluessel, behaelter, platz, pfad, schritt);
        foreach (var (name, wert) in schritt.ToList())
        {
            if (name is not ("metadata" or "customProperties"))
                TakeInside(wert, schluessel, name, $"{pfad}.{name}");
        }
    }

    private void TakeInside(JsonNode? node, string behaelter, string platz, string pfad)
    {
        switch (node)
        {
            case JsonArray liste:
                // Steps leave the list on the way; the path counts places of the file.
                foreach (var (i, element) in liste.ToList().Index())
                    TakeInside(element, behaelter, platz, $"{pfad}[{i}]");
                break;
            case JsonObject schritt when schritt.Text("type") is not null && schritt.Text("id") is { } id:
                Remove(schritt);
                var schluessel = id;
                for (var nr = 2; Schritte.ContainsKey(schluessel); nr++)
                    schluessel = $"{id} ({nr})";
                if (!Folgen.TryGetValue((behaelter, platz), out var folge))
                    Folgen[(behaelter, platz)] = folge = [];
                folge.Add(schluessel);
                Take(schritt, schluessel, behaelter, platz, pfad);
                break;
            case JsonObject fall when fall["activity"] is JsonObject innen:
                TakeInside(innen, behaelter, $"{platz}.{fall.Text("label")}", $"{pfad}.activity");
                break;
        }
    }

    private static void Remove(JsonObject schritt)
    {
        switch (schritt.Parent)
        {
            case JsonArray liste:
                liste.Remove(schritt);
                break;
            case JsonObject objekt:
                objekt.Remove(schritt.GetPropertyName());
                break;
        }
    }
}

internal static class Jsonfelder
{
    public static string? Text(this JsonObject json, string name) =>
        json[name] is JsonValue wert && wert.GetValueKind() == JsonValueKind.String ? wert.GetValue<string>() : null;
}
