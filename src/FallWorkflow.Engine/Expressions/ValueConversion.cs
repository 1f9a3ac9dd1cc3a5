using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Expressions;

/// <summary>
/// Conversions between declared types. They never fail (recorded from Elsa): a text that is no number counts as 0.
/// Only time spans that cannot be read stay as they are, so that the activity that needs one can say so.
/// </summary>
internal static class ValueConversion
{
    public static JsonNode? ToVariable(VariableDefinition variable, JsonNode? value) =>
        !variable.IsArray ? To(variable.TypeName, value)
        : To("Object[]", value) is JsonArray list ? new JsonArray([.. list.Select(item => To(variable.TypeName, item)?.DeepClone())])
        : To("Object[]", value);

    public static JsonNode? To(string? typeName, JsonNode? value)
    {
        if (value is null || typeName is null)
            return value;
        // As in Elsa, a blank text is no value but for a text.
        if (Simple(typeName) is not ("String" or "Object") && value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>()))
            return null;
        return Simple(typeName) switch
        {
            "String" => value.GetValueKind() == JsonValueKind.String ? value : JsonValue.Create(ToText(value)),
            "Int32" or "Int64" or "Int16" or "Byte" or "UInt32" or "UInt64" or "Integer" => JsonValue.Create(ToWhole(value)),
            "Boolean" => JsonValue.Create(ToBoolean(value)),
            "Double" or "Single" => JsonValue.Create(ToDouble(value)),
            "Decimal" => JsonValue.Create(ToDecimal(value)),
            "Object" or "TimeSpan" or "Guid" or "DateTime" or "DateTimeOffset" or "DateOnly" => value,
            _ => IsCollection(typeName) ? Parsed(value) : value,
        };
    }

    /// <summary>The text form that WriteLine prints: .NET's, with JSON for objects and lists.</summary>
    public static string ToText(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar => scalar.GetValueKind() switch
        {
            JsonValueKind.String => scalar.GetValue<string>(),
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            _ => scalar.ToJsonString(),
        },
        _ => value.ToJsonString(Json.Escaped),
    };

    /// <summary>Text form of a value whose variable has this type: dates come without seconds, and at midnight without time.</summary>
    public static string ToText(JsonNode? value, string typeName) => Simple(typeName) switch
    {
        "DateTime" when DateTime.TryParse(ToText(value), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) =>
            date.ToString(Date(date.TimeOfDay), CultureInfo.InvariantCulture),
        "DateTimeOffset" when ToInstant(value) is { } instant => instant.ToString(Date(instant.TimeOfDay) + " zzz", CultureInfo.InvariantCulture),
        "Guid" when Guid.TryParse(ToText(value), out var id) => id.ToString(),
        _ => ToText(value),
    };

    private static string Date(TimeSpan time) => time == TimeSpan.Zero ? "MM/dd/yyyy" : "MM/dd/yyyy HH:mm";

    public static bool ToBoolean(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => ToDouble(value) != 0,
        JsonValueKind.String => bool.TryParse(value.GetValue<string>(), out var parsed) && parsed,
        _ => false,
    };

    public static DateTimeOffset? ToInstant(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    /// <summary>Reads <c>[d.]hh:mm:ss</c>; 72:00:00 is refused, because .NET would take it for 72 days.</summary>
    public static bool TryTimeSpan(string text, out TimeSpan span) =>
        TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out span) && text.Contains(':', StringComparison.Ordinal);

    public static bool IsCollection(string typeName) =>
        typeName.EndsWith("[]", StringComparison.Ordinal)
        || typeName.Contains("Dictionary", StringComparison.Ordinal)
        || typeName.Contains("Collection", StringComparison.Ordinal)
        || typeName.Contains("List", StringComparison.Ordinal)
        || typeName.Contains("Enumerable", StringComparison.Ordinal);

    // "System.Int32, System.Private.CoreLib" and "Int32" are the same type.
    public static string Simple(string typeName)
    {
        var end = typeName.IndexOf(',', StringComparison.Ordinal);
        var name = end < 0 || typeName.Contains('<', StringComparison.Ordinal) ? typeName : typeName[..end];
        return name.StartsWith("System.", StringComparison.Ordinal) && name.LastIndexOf('.') == 6 ? name[7..] : name;
    }

    private static long ToWhole(JsonNode value)
    {
        if (value is JsonValue scalar && scalar.TryGetValue<long>(out var whole))
            return whole;
        // A text with a fraction is no whole number, though a number with one is rounded (as in Elsa).
        if (value.GetValueKind() == JsonValueKind.String)
            return long.TryParse(value.GetValue<string>(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var rounded = Math.Round(ToDouble(value), MidpointRounding.ToEven);
        return double.IsFinite(rounded) && Math.Abs(rounded) < 9.2e18 ? (long)rounded : 0;
    }

    private static double ToDouble(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        JsonValueKind.String when double.TryParse(value.GetValue<string>(), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var parsed)
            && double.IsFinite(parsed) => parsed,
        JsonValueKind.True => 1,
        _ => 0,
    };

    private static decimal ToDecimal(JsonNode value) =>
        decimal.TryParse(ToText(value), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;

    private static JsonNode? Parsed(JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            return value;
        var text = value.GetValue<string>().TrimStart();
        if (text.Length == 0 || text[0] is not ('[' or '{'))
            return value;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
