using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Domain.Regeln;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Migration;

namespace FallWorkflow.Application.Versionen;

/// <summary>Which processes move where.</summary>
/// <param name="Nach">Number of the version to move to; null: the draft, which can only be looked at.</param>
/// <param name="Zuordnung">Activity of the old version to that of the new one; see <see cref="ReadZuordnung"/>.</param>
/// <param name="Faelle">Numbers of the Fälle to move; empty means all.</param>
/// <param name="FristenNeu">Dates of open steps follow the new version's values; otherwise they are kept.</param>
public sealed record Wechselauftrag(
    string DefinitionId,
    int Von,
    int? Nach,
    IReadOnlyDictionary<string, MigrationTarget> Zuordnung,
    IReadOnlyCollection<string> Faelle,
    bool FristenNeu,
    string? Grund)
{
    /// <summary>
    /// Reads a mapping: <c>{"Alt": "Neu"}</c> goes on there, <c>{"Alt": null}</c> gives the step up,
    /// <c>{"Alt": {"nach": "Neu", "neuBeginnen": true}}</c> begins the step anew there.
    /// </summary>
    /// <exception cref="InvalidInputException">The text is no mapping.</exception>
    public static IReadOnlyDictionary<string, MigrationTarget> ReadZuordnung(JsonObject? json)
    {
        Dictionary<string, MigrationTarget> zuordnung = new(StringComparer.Ordinal);
        foreach (var (von, nach) in json ?? [])
        {
            zuordnung[von] = nach switch
            {
                null => new(null),
                JsonValue text when text.GetValueKind() == JsonValueKind.String => new(text.GetValue<string>()),
                JsonObject ziel when ziel["nach"] is JsonValue text && text.GetValueKind() == JsonValueKind.String
                    && ziel.All(m => m.Key is "nach" or "neuBeginnen") && ziel["neuBeginnen"]?.GetValueKind() is null or JsonValueKind.True or JsonValueKind.False =>
                    new(text.GetValue<string>(), ziel["neuBeginnen"]?.GetValue<bool>() ?? false),
                _ => throw new InvalidInputException($"zuordnung.{von}", Texte.Of("Umzug.ZuordnungUnlesbar", von)),
            };
        }

        return zuordnung;
    }

    /// <summary>The mapping in the form that <see cref="ReadZuordnung"/> reads.</summary>
    public static JsonObject WriteZuordnung(IReadOnlyDictionary<string, MigrationTarget> zuordnung) => new(zuordnung.Select(z => KeyValuePair.Create(
        z.Key,
        z.Value switch
        {
            { ActivityId: null } => null,
            { BeginsAnew: true } ziel => new JsonObject { ["nach"] = ziel.ActivityId, ["neuBeginnen"] = true },
            var ziel => (JsonNode)ziel.ActivityId!,
        })));

    /// <exception cref="InvalidInputException">The mapping names an activity that its version does not have.</exception>
    internal static void Check(IReadOnlyDictionary<string, MigrationTarget> zuordnung, string vonJson, ActivityDefinition ziel)
    {
        var (von, nach) = (Ids(DefinitionReader.Read(vonJson).Root), Ids(ziel));
        foreach (var (alt, wohin) in zuordnung)
        {
            if (!von.Contains(alt))
                throw new InvalidInputException($"zuordnung.{alt}", Texte.Of("Umzug.SchrittUnbekannt", alt));
            if (wohin.ActivityId is { } neu && !nach.Contains(neu))
                throw new InvalidInputException($"zuordnung.{alt}", Texte.Of("Umzug.SchrittUnbekannt", neu));
        }
    }

    private static HashSet<string> Ids(ActivityDefinition wurzel) => [.. Schrittfragen.Alle(wurzel).Select(a => a.Id)];
}
