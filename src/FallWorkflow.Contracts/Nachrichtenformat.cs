using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FallWorkflow.Contracts;

/// <summary>How messages look on the wire: UTF-8 JSON, camelCase, dates as yyyy-MM-dd, enumerations as German text.</summary>
public static class Nachrichtenformat
{
    /// <summary>Media type of every message.</summary>
    public const string ContentType = "application/json";

    private static readonly JsonSerializerOptions Optionen = CreateOptionen();

    /// <summary>Writes a message as it leaves.</summary>
    public static string Serialize<T>(T nachricht)
        where T : class => JsonSerializer.Serialize(nachricht, Optionen);

    /// <summary>Reads a message. Unknown members are ignored, so that partners may run ahead; missing ones are not.</summary>
    /// <exception cref="JsonException">No JSON, a member is missing, or a value is none of those allowed.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8)
        where T : class => JsonSerializer.Deserialize<T>(utf8, Optionen) ?? throw new JsonException("The message is null.");

    private static JsonSerializerOptions CreateOptionen()
    {
        var optionen = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Umlauts stay readable for people who look at a queue; HTML escaping has no purpose on this wire.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = 8,
        };
        // Numbers for enumerations would tie partners to an order of declaration.
        optionen.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        optionen.MakeReadOnly(populateMissingResolver: true);
        return optionen;
    }
}
