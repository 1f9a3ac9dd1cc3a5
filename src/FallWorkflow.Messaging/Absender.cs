using System.Text.Json;

namespace FallWorkflow.Messaging;

/// <summary>Who claims to have sent a message and under which id; as much as is needed to answer an invalid one.</summary>
internal sealed record Absender(Guid NachrichtId, string TraegerId)
{
    /// <summary>Null if the body does not say so in a usable way.</summary>
    public static Absender? Of(ReadOnlySpan<byte> inhalt)
    {
        try
        {
            var reader = new Utf8JsonReader(inhalt);
            using var json = JsonDocument.ParseValue(ref reader);
            var wurzel = json.RootElement;
            return wurzel.ValueKind == JsonValueKind.Object
                && wurzel.TryGetProperty("nachrichtId", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var nachrichtId)
                && wurzel.TryGetProperty("traegerId", out var wer) && wer.ValueKind == JsonValueKind.String
                && wer.GetString() is { } traegerId && Eingangsleser.IsTraegerId(traegerId)
                ? new(nachrichtId, traegerId)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
