using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Tests;

/// <summary>Cases recorded from Elsa 3.7.1 in counter mode; see conformance/README.md.</summary>
public class WhenRecordedCaseIsPlayed
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "conformance");
    private static readonly JsonObject Exceptions = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "exceptions.json")))!.AsObject();

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Path.Combine(Root, "cases")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Engine_does_what_Elsa_did(string name)
    {
        var played = new ConformanceCase(Path.Combine(Root, "cases", name));
        var actual = await played.PlayAsync();

        List<JsonObject> expected = [played.Expected["afterStart"]!.AsObject(), .. played.Expected["afterEachStep"]!.AsArray().Select(x => x!.AsObject())];
        actual.Count.ShouldBe(expected.Count);
        var differences = expected.Zip(actual).Select((pair, index) => (index, text: Difference(pair.First, pair.Second, played.Unordered)))
            .Where(x => x.text.Length > 0).Select(x => $"snapshot {x.index}: {x.text}").ToList();

        // A deliberate difference is pinned as exactly as sameness is.
        var allowed = Exceptions["differs"]![name]?["differences"]?.AsArray().Select(d => (string)d!) ?? [];
        differences.ShouldBe(allowed);
    }

    private static string Difference(JsonObject expected, JsonObject actual, bool unordered)
    {
        List<string> differences = [];
        foreach (var part in new[] { "status", "subStatus", "lines", "waitingFor", "output", "incidents" })
        {
            var (e, a) = (Normal(part, expected[part], unordered), Normal(part, actual[part], unordered));
            if (e != a)
                differences.Add($"{part}: expected {e}, was {a}");
        }

        return string.Join("; ", differences);
    }

    private static string Normal(string part, JsonNode? value, bool unordered)
    {
        if (value is not JsonArray list)
            return value?.ToJsonString() ?? "null";
        IEnumerable<string> items = part switch
        {
            "incidents" => list.Select(i => $"{i!["activity"]} {i["type"]}"),
            "waitingFor" => list.Select(w => string.Join(" ", w!.AsObject().Where(p => p.Key is not ("dueAt" or "dueInSeconds") || !w.AsObject().ContainsKey("dueAt") && (string?)w["activity"] != "Elsa.StartAt").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"))).Order(StringComparer.Ordinal),
            _ => list.Select(x => x!.ToString()),
        };
        return string.Join(" | ", unordered ? items.Order(StringComparer.Ordinal) : items);
    }
}
