using System.Text.Json.Nodes;

namespace FallWorkflow.Conformance.Tests;

/// <summary>Names every difference between what a trial showed and what is expected; parts that the recorder does not insist on are passed over.</summary>
internal static class Comparison
{
    private static readonly string[] Parts = ["status", "subStatus", "lines", "waitingFor", "output", "incidents", "name", "correlationId"];

    public static List<string> Differences(JsonObject expected, JsonObject actual, bool unordered)
    {
        List<string> found = [];
        if (expected.ContainsKey("startThrew") != actual.ContainsKey("startThrew"))
            found.Add($"startThrew: expected {expected["startThrew"] is not null}, was {actual["startThrew"]?.ToString() ?? "nothing"}");
        var (wanted, shown) = (Snapshots(expected), Snapshots(actual));
        shown.Count.ShouldBe(wanted.Count);
        for (var i = 0; i < wanted.Count; i++)
        {
            foreach (var part in Parts)
            {
                var (e, a) = (Text(part, wanted[i][part], unordered), Text(part, shown[i][part], unordered));
                if (e != a)
                    found.Add($"snapshot {i}, {part}: expected {e}, was {a}");
            }
        }

        return found;
    }

    private static List<JsonObject> Snapshots(JsonObject result) =>
        [result["afterStart"]!.AsObject(), .. result["afterEachStep"]!.AsArray().Select(s => s!.AsObject())];

    private static string Text(string part, JsonNode? value, bool unordered)
    {
        if (value is not JsonArray list)
            return value is JsonObject or null ? value?.ToJsonString() ?? "nothing" : value.ToString();
        var items = part switch
        {
            "incidents" => list.Select(i => $"{i!["activity"]} {i["type"]}"),
            "waitingFor" => list.Select(w => Waiting(w!.AsObject())).Order(StringComparer.Ordinal),
            _ => list.Select(x => x!.ToString()),
        };
        return string.Join(" | ", unordered ? items.Order(StringComparer.Ordinal) : items);
    }

    // An instant was recorded as words ("one hour after the start"); the kind of wait is what can be compared.
    private static string Waiting(JsonObject wait) => string.Join(" ", wait
        .Where(p => p.Key != "dueAt").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
}
