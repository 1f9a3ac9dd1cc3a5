using System.Text.Json;
using System.Text.Json.Serialization;

namespace FallWorkflow.Domain.Kalender;

/// <summary>Writes a <see cref="Frist"/> as its German text. What cannot be read is a <see cref="JsonException"/> with the German reason.</summary>
internal sealed class FristJsonConverter : JsonConverter<Frist>
{
    public override Frist Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Frist.TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, out var frist, out var fehler)
            ? frist
            : throw new JsonException(fehler);

    public override void Write(Utf8JsonWriter writer, Frist value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString());
}
