using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FallWorkflow.Domain.Kalender;

/// <summary>
/// The statutory Feiertage of the sixteen Länder, from the embedded file <c>feiertage.json</c>: dated by year, with the law as source.
/// The data covers 1990 onwards; laws in force continue without end until the file says otherwise.
/// </summary>
public static class Feiertage
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<Data> Loaded = new(Load);
    private static readonly ConcurrentDictionary<(Land Land, int Jahr), IReadOnlyList<Feiertag>> Cache = new();

    /// <summary>Version of the data, for example <c>2026.1</c>. Stored with every date computed from it.</summary>
    public static string Version => Loaded.Value.Version;

    /// <summary>All Feiertage of the Land in the year, by date. Two may share a day (1 May 2008).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the sixteen Länder, or not a year from 1 to 9999.</exception>
    public static IReadOnlyList<Feiertag> Of(Land land, int jahr)
    {
        if (!Enum.IsDefined(land))
            throw new ArgumentOutOfRangeException(nameof(land), land, "Not one of the sixteen Länder.");
        ArgumentOutOfRangeException.ThrowIfLessThan(jahr, DateOnly.MinValue.Year);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jahr, DateOnly.MaxValue.Year);

        return Cache.GetOrAdd((land, jahr), static key => Compute(key.Land, key.Jahr));
    }

    private static ReadOnlyCollection<Feiertag> Compute(Land land, int jahr)
    {
        var found = from rule in Loaded.Value.Rules
                    where rule.Laender.Contains(land) && jahr >= rule.Von && jahr <= rule.Bis
                    let day = rule.Regel.DayIn(jahr)
                    where day is not null
                    orderby day
                    select new Feiertag(day.Value, rule.Name, rule.Quelle ?? Loaded.Value.Gesetze[land]);
        return found.ToList().AsReadOnly();
    }

    private static Data Load()
    {
        using var stream = typeof(Feiertage).Assembly.GetManifestResourceStream("FallWorkflow.Domain.Kalender.feiertage.json")
            ?? throw new InvalidOperationException("feiertage.json is not embedded.");
        var file = JsonSerializer.Deserialize<FileJson>(stream, Strict)
            ?? throw new InvalidOperationException("feiertage.json is empty.");

        var gesetze = file.Gesetze.ToDictionary(g => Enum.Parse<Land>(g.Key), g => g.Value);
        if (Enum.GetValues<Land>().Any(land => !gesetze.ContainsKey(land)))
            throw new InvalidOperationException("feiertage.json does not name the law of every Land.");

        return new Data(file.Version, gesetze, [.. file.Feiertage.Select(ReadRule)]);
    }

    private static Rule ReadRule(RuleJson json)
        => new(
            json.Name,
            Feiertagsregel.TryParse(json.Regel) ?? throw new InvalidOperationException($"feiertage.json: rule '{json.Regel}' cannot be read."),
            json.Laender == "alle" ? [.. Enum.GetValues<Land>()] : [.. json.Laender.Split(' ').Select(Enum.Parse<Land>)],
            json.Von,
            json.Bis ?? int.MaxValue,
            json.Quelle);

    private sealed record Data(string Version, IReadOnlyDictionary<Land, string> Gesetze, IReadOnlyList<Rule> Rules);

    private sealed record Rule(string Name, Feiertagsregel Regel, HashSet<Land> Laender, int Von, int Bis, string? Quelle);

    private sealed record FileJson(string Version, string Hinweis, Dictionary<string, string> Gesetze, List<RuleJson> Feiertage);

    private sealed record RuleJson(string Name, string Regel, string Laender, int Von, int? Bis = null, string? Quelle = null);
}
