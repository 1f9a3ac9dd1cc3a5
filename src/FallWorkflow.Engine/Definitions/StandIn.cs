using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>
/// Elsa's stand-in for an activity whose type is not registered. It carries the original as text, so that an editor which
/// cannot draw it does not lose it either.
/// </summary>
internal static class StandIn
{
    public const string TypeName = "Elsa.NotFoundActivity";

    private const string MissingTypeName = "missingTypeName";
    private const string MissingTypeVersion = "missingTypeVersion";
    private const string Original = "originalActivityJson";

    /// <summary>What an editor may have changed about the stand-in itself; the rest is the original's.</summary>
    private static readonly string[] Shared = ["id", "nodeId", "name", "metadata"];

    /// <summary>The type that a stand-in stands for; its own if it does not say.</summary>
    public static string MissingType(JsonObject standIn) =>
        JsonShape.Text(standIn, MissingTypeName) is { Length: > 0 } missing ? missing : TypeName;

    public static JsonObject For(JsonObject original)
    {
        var standIn = new JsonObject
        {
            ["type"] = TypeName,
            ["version"] = 1,
            [MissingTypeName] = JsonShape.Text(original, "type"),
            [MissingTypeVersion] = JsonShape.Whole(original, "version") ?? 1,
            [Original] = original.ToJsonString(Execution.Json.Compact),
        };
        foreach (var name in (string[])[.. Shared, "customProperties"])
        {
            if (original[name] is { } value)
                standIn[name] = value.DeepClone();
        }

        return standIn;
    }

    /// <summary>The definition with every stand-in replaced by what it stands for; the same object if there is none.</summary>
    public static JsonObject Restore(JsonObject definition)
    {
        if (JsonShape.Property(definition, "root") is not JsonObject root || !HoldsAny(root))
            return definition;
        var restored = (JsonObject)definition.DeepClone();
        RestoreInside(restored);
        return restored;
    }

    private static bool HoldsAny(JsonNode? node) => node switch
    {
        JsonObject item => TryOriginal(item) is not null || item.Any(p => HoldsAny(p.Value)),
        JsonArray list => list.Any(HoldsAny),
        _ => false,
    };

    private static void RestoreInside(JsonNode node)
    {
        var children = node switch
        {
            JsonObject item => [.. item.Select(p => p.Value)],
            JsonArray list => list.ToArray(),
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            RestoreInside(child);
            if (child is JsonObject standIn && TryOriginal(standIn) is { } original)
                child.ReplaceWith(original);
        }
    }

    private static JsonObject? TryOriginal(JsonObject standIn)
    {
        if (JsonShape.Text(standIn, "type") != TypeName || JsonShape.Text(standIn, Original) is not { Length: > 0 } text)
            return null;
        try
        {
            if (JsonNode.Parse(text) is not JsonObject original || JsonShape.Text(original, "type") is null or TypeName)
                return null;
            foreach (var name in Shared)
            {
                if (JsonShape.Property(standIn, name) is { } value)
                    original[name] = value.DeepClone();
            }

            return original;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
