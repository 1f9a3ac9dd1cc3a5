using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Service.Studio;

/// <summary>Reads and fills the JSON of definitions in the form that the engine writes (camelCase names).</summary>
internal static class Felder
{
    public static string? Text(this JsonObject json, string name) =>
        json[name] is JsonValue wert && wert.GetValueKind() == JsonValueKind.String ? wert.GetValue<string>() : null;

    public static JsonObject ObjectAt(this JsonObject json, string name)
    {
        if (json[name] is not JsonObject vorhanden)
            json[name] = vorhanden = [];
        return vorhanden;
    }

    public static JsonArray ListAt(this JsonObject json, string name)
    {
        if (json[name] is not JsonArray vorhanden)
            json[name] = vorhanden = [];
        return vorhanden;
    }

    /// <summary>Gives a value where there is none, or where it is null.</summary>
    public static void Default(this JsonObject json, string name, JsonNode wert) => json[name] ??= wert;

    /// <summary>Activities inside: in lists, in ports and inside cases.</summary>
    public static IEnumerable<JsonObject> Inside(JsonObject schritt) =>
        schritt.Where(p => p.Key is not ("metadata" or "customProperties")).SelectMany(p => Activities(p.Value)).ToList();

    /// <summary>An activity and all that are inside it.</summary>
    public static IEnumerable<JsonObject> All(JsonObject schritt) => Inside(schritt).SelectMany(All).Prepend(schritt);

    private static IEnumerable<JsonObject> Activities(JsonNode? node) => node switch
    {
        JsonArray liste => liste.SelectMany(Activities),
        JsonObject schritt when schritt.Text("type") is not null && schritt.Text("id") is not null => [schritt],
        JsonObject fall when fall["activity"] is JsonObject innen => Activities(innen),
        _ => [],
    };
}
