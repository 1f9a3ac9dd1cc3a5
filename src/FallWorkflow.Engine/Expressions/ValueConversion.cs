using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Expressions;

/// <summary>
/// Conversions between declared types. They hardly ever fail (recorded from Elsa): a text that is no number counts as 0, only
/// a whole number that its type cannot hold is an error.
/// Only time spans that cannot be read stay as they are, so that the activity that needs one can say so.
/// </summary>
internal static class ValueConversion
{
    private static readonly string[] Spans = ["c", @"h\:m", @"h\:m\:s", @"d\.h\:m", @"d\:h\:m\:s", "%d"];

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
            "Int32" or "Integer" => JsonValue.Create(Within(ToWhole(value), int.MinValue, int.MaxValue)),
            "Int16" => JsonValue.Create(Within(ToWhole(value), short.MinValue, short.MaxValue)),
            "Byte" => JsonValue.Create(Within(ToWhole(value), byte.MinValue, byte.MaxValue)),
            "UInt32" => JsonValue.Create(Within(ToWhole(value), uint.MinValue, uint.MaxValue)),
            "UInt64" => JsonValue.Create(Within(ToWhole(value), 0, long.MaxValue)),
            "Int64" => JsonValue.Create(ToWhole(value)),
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
        "TimeSpan" when TimeSpan.TryParseExact(ToText(value).Trim(), Spans, CultureInfo.InvariantCulture, out var span) => span.ToString("c", CultureInfo.InvariantCulture),
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

    /// <summary>Whether a span is written so that it can only be read in one way: with hours, minutes and seconds.</summary>
    public static bool IsExactTimeSpan(string text) => TryTimeSpan(text, out _) && text.Count(c => c == ':') == 2;

    /// <summary>
    /// As .NET and Elsa read a span: <c>1:30</c> are 90 minutes, <c>5</c> are five days, and what cannot be read is none. Hours beyond
    /// 23, which .NET takes for days, are refused.
    /// </summary>
    public static bool TryLenientTimeSpan(string text, out TimeSpan span)
    {
        if (TryTimeSpan(text, out span) || TimeSpan.TryParseExact(text.Trim(), Spans, CultureInfo.InvariantCulture, out span))
            return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || !int.TryParse(text.AsSpan(0, colon), CultureInfo.InvariantCulture, out var hours) || Math.Abs(hours) < 24;
    }

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
        {
            var text = value.GetValue<string>();
            return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) ? parsed
                : BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? throw TooLarge(text) : 0;
        }

        var rounded = Math.Round(ToDouble(value), MidpointRounding.ToEven);
        return Math.Abs(rounded) < 9.2e18 ? (long)rounded : throw TooLarge(value.ToJsonString());
    }

    private static long Within(long value, long least, long most) =>
        value >= least && value <= most ? value : throw TooLarge(value.ToString(CultureInfo.InvariantCulture));

    private static OverflowException TooLarge(string number) => new($"{number} is too large or too small for its type.");

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
