using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Service.Prozesse;

/// <summary>What a definition says, apart from which version of it that is.</summary>
internal static class Prozessinhalt
{
    /// <summary>
    /// Custom property that the export writes: hash of the version a file was exported from. However the file is changed
    /// afterwards, it tells from which version it came. Never stored in the database.
    /// </summary>
    public const string Stempel = "FallWorkflow:Stand";

    private static readonly string[] Versionsfelder = ["id", "version", "isLatest", "isPublished", "createdAt"];

    /// <summary>Whether two definitions say the same, whatever their versions.</summary>
    public static bool SameContent(JsonObject a, JsonObject b) => JsonNode.DeepEquals(Comparable(a), Comparable(b));

    public static JsonObject WithoutVersion(JsonObject quelle)
    {
        var inhalt = quelle.DeepClone().AsObject();
        // Elsa reads property names in any case; only one spelling may remain.
        foreach (var schreibweise in inhalt.Select(p => p.Key).Where(k => Versionsfelder.Contains(k, StringComparer.OrdinalIgnoreCase)).ToList())
            inhalt.Remove(schreibweise);
        (inhalt["customProperties"] as JsonObject)?.Remove(Stempel);
        Teilprozesse.Unpin(inhalt);
        return inhalt;
    }

    /// <summary>The same for the same content, whatever the order of its properties; 32 hexadecimal digits.</summary>
    public static string HashOf(JsonObject quelle)
    {
        var text = new StringBuilder();
        Write(Comparable(quelle), text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    /// <summary>No custom properties and an empty list of them are the same.</summary>
    private static JsonObject Comparable(JsonObject quelle)
    {
        var inhalt = WithoutVersion(quelle);
        if (inhalt["customProperties"] is JsonObject { Count: 0 })
            inhalt.Remove("customProperties");
        return inhalt;
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject objekt:
                text.Append('{');
                foreach (var (name, wert) in objekt.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    text.Append(JsonValue.Create(name).ToJsonString()).Append(':');
                    Write(wert, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonArray liste:
                text.Append('[');
                foreach (var wert in liste)
                {
                    Write(wert, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValue wert when wert.GetValueKind() == JsonValueKind.String:
                // However its letters were escaped.
                text.Append(JsonValue.Create(wert.GetValue<string>()).ToJsonString());
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
