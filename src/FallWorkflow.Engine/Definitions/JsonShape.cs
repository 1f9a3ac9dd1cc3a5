using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>Reads JSON whose property names may be written in any case.</summary>
internal static class JsonShape
{
    public static JsonNode? Property(JsonObject source, string name)
    {
        if (source.TryGetPropertyValue(name, out var exact))
            return exact;
        foreach (var (key, value) in source)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    public static string? Text(JsonObject source, string name) => Property(source, name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    public static int? Whole(JsonObject source, string name) =>
        int.TryParse(Text(source, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool Flag(JsonObject? source, string name) =>
        source is not null && string.Equals(Text(source, name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The items of a list, with or without a <c>$values</c> wrapper; empty if there is none.</summary>
    public static IEnumerable<JsonNode?> List(JsonObject source, string name) => Property(source, name) switch
    {
        JsonArray list => list,
        JsonObject wrapper when Property(wrapper, "$values") is JsonArray list => list,
        _ => [],
    };

    public static string CamelCase(string name) =>
        name.Length > 0 && char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    /// <summary>An activity whose id is missing is told from an expression by its type: only activity types have a dot, and they have no value.</summary>
    public static bool LooksLikeActivity(JsonObject candidate) =>
        Property(candidate, "type") is JsonValue type && type.GetValueKind() == JsonValueKind.String
        && Property(candidate, "expression") is null && Property(candidate, "memoryReference") is null
        && (Property(candidate, "id") is JsonValue
            || type.GetValue<string>().Contains('.', StringComparison.Ordinal) && Property(candidate, "value") is null);
}
