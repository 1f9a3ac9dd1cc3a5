using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Application.Simulation;

/// <summary>What actors do where a scenario says nothing: data in <c>standardverlauf.json</c>.</summary>
internal sealed class Standardverlauf
{
    private static readonly Lazy<Standardverlauf> Instance = new(() =>
    {
        using var stream = typeof(Standardverlauf).Assembly.GetManifestResourceStream("FallWorkflow.Application.Simulation.standardverlauf.json")!;
        return JsonSerializer.Deserialize<Standardverlauf>(stream, JsonSerializerOptions.Web)!;
    });

    public static Standardverlauf Current => Instance.Value;

    /// <summary>What a partner reports after it has received a referral, in order.</summary>
    public IReadOnlyList<Traegerschritt> Traeger { get; init; } = [];

    /// <summary>Minutes of work per task by its kind, <c>*</c> for all others: assumptions of the product, not measured.</summary>
    public Dictionary<string, int> Minuten { get; init; } = [];

    /// <summary>By wire name of the fact.</summary>
    public Dictionary<string, Vorlage> Tatsachen { get; init; } = [];

    /// <summary>The fact that answers a task, among those that may.</summary>
    public string? Choose(IEnumerable<string> erledigtDurch)
    {
        var moeglich = erledigtDurch.Where(t => Tatsachen.TryGetValue(t, out var v) && v.Aufgabe).ToList();
        return moeglich.FirstOrDefault(t => Tatsachen[t].Bevorzugt) ?? moeglich.FirstOrDefault();
    }

    /// <summary>Fills a template: <c>@neu</c> (a new id from the cast), <c>@bezug</c>, <c>@heute</c>, <c>@heute+180</c> (days), <c>@textfassung</c> (the newest text of the day) and names of the cast such as <c>@Fallmanager</c>.</summary>
    public static JsonNode? Fill(JsonNode? vorlage, DateOnly heute, string? bezug, Func<string, string?> besetzung) => vorlage switch
    {
        JsonObject objekt => new JsonObject(objekt.Select(p => KeyValuePair.Create(p.Key, Fill(p.Value, heute, bezug, besetzung)))),
        JsonArray liste => new JsonArray([.. liste.Select(n => Fill(n, heute, bezug, besetzung))]),
        JsonValue wert when wert.TryGetValue(out string? text) && text.StartsWith('@') => Resolve(text, heute, bezug, besetzung),
        _ => vorlage?.DeepClone(),
    };

    private static string? Resolve(string text, DateOnly heute, string? bezug, Func<string, string?> besetzung)
    {
        if (text == "@bezug")
            return bezug;
        if (!text.StartsWith("@heute", StringComparison.Ordinal))
            return besetzung(text[1..]);
        var tage = text.Length > 6 ? int.Parse(text[7..], CultureInfo.InvariantCulture) : 0;
        return heute.AddDays(tage).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <param name="Vorher">Facts that are recorded before, if they are not yet.</param>
    /// <param name="Danach">Facts that follow on the same day, if they have not happened yet.</param>
    /// <param name="Aufgabe">Whether it may answer a task.</param>
    /// <param name="Ereignis">Whether it may happen by chance.</param>
    internal sealed record Vorlage(JsonObject Daten, IReadOnlyList<string>? Vorher = null, IReadOnlyList<string>? Danach = null, bool Aufgabe = true, bool Bevorzugt = false, bool Ereignis = false);

    /// <param name="Werktage">After the referral was received.</param>
    /// <param name="Wenn">State that the referral must be in by then.</param>
    internal sealed record Traegerschritt(string Tatsache, int Werktage, string Wenn);
}
