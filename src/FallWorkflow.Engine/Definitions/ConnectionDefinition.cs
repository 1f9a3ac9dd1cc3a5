using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>A connection of a flowchart; a missing source port means <c>Done</c>.</summary>
public sealed record ConnectionDefinition(string Source, string SourcePort, string Target)
{
    /// <summary>Null if its source or target is missing.</summary>
    internal static ConnectionDefinition? Read(JsonNode? item)
    {
        if (item is not JsonObject connection)
            return null;
        var (from, port) = End(connection, "source", "sourcePort");
        var (to, _) = End(connection, "target", "targetPort");
        return from is null || to is null ? null : new ConnectionDefinition(from, port is { Length: > 0 } ? port : "Done", to);
    }

    private static (string? Activity, string? Port) End(JsonObject connection, string end, string flatPort) =>
        JsonShape.Property(connection, end) switch
        {
            JsonObject point => (JsonShape.Text(point, "activity") ?? JsonShape.Text(point, "activityId"), JsonShape.Text(point, "port")),
            JsonValue text when text.GetValueKind() == JsonValueKind.String =>
                (text.GetValue<string>(), JsonShape.Text(connection, flatPort)),
            _ => (null, null),
        };
}
