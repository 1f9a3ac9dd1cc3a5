using System.Globalization;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>Ids for activities that have none: the last part of the type and the first number that is free.</summary>
internal sealed class MadeUpIds(JsonObject root)
{
    private HashSet<string>? _taken;

    /// <summary>Writes the id into the activity, so that ports which name their child find it.</summary>
    public string For(JsonObject activity, string type)
    {
        _taken ??= Given(root).ToHashSet(StringComparer.Ordinal);
        var name = type[(type.LastIndexOf('.') + 1)..];
        var number = 1;
        while (!_taken.Add(Id()))
            number++;
        foreach (var key in activity.Select(p => p.Key).Where(k => k.Equals("id", StringComparison.OrdinalIgnoreCase)).ToArray())
            activity.Remove(key);
        activity["id"] = Id();
        return Id();

        string Id() => name + number.ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Given(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(p => Given(p.Value)).Concat(JsonShape.Text(item, "id") is { } id ? [id] : []),
        JsonArray list => list.SelectMany(Given),
        _ => [],
    };
}
