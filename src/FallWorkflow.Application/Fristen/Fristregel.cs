using System.Text.Json;
using System.Text.Json.Serialization;

namespace FallWorkflow.Application.Fristen;

/// <summary>
/// The rule a date came from. It is stored with the timer or task, so that the date can be computed anew at once when a
/// fact, a pause, an individual agreement, the concept or the Feiertage change.
/// </summary>
/// <param name="Bezeichnung">What people call this date (the text on the canvas).</param>
/// <param name="Anker">Fact to count from, see <see cref="Domain.Faelle.Ankerpunkte"/>.</param>
/// <param name="Bezug">Subject of the anchor, for example a referral.</param>
/// <param name="Parameter">Parameter of the Fachkonzept.</param>
/// <param name="Wert">Period written into the process; goes before the concept.</param>
/// <param name="Punkt">Which instant of the period is meant.</param>
/// <param name="VorlaufParameter">For <see cref="Fristpunkt.Vorher"/>: how long before, by concept …</param>
/// <param name="VorlaufWert">… or as written into the process.</param>
/// <param name="Vielfaches">The period is taken so many times from the same anchor; never chained.</param>
/// <param name="RuhtBeiPause">Whether pauses of the Fall move the date.</param>
/// <param name="AnkerAm">The day itself, where the anchor is <see cref="Domain.Faelle.Ankerpunkte.Jetzt"/>.</param>
/// <param name="Stand">
/// For <see cref="Fristpunkt.Vorher"/>: last day of the period as last computed. Its own timer does not run yet; so that
/// people see when it moves, it travels with the warning's.
/// </param>
public sealed record Fristregel(
    string Bezeichnung,
    string Anker,
    string? Bezug = null,
    string? Parameter = null,
    string? Wert = null,
    Fristpunkt Punkt = Fristpunkt.Beginn,
    string? VorlaufParameter = null,
    string? VorlaufWert = null,
    int Vielfaches = 1,
    bool RuhtBeiPause = true,
    DateOnly? AnkerAm = null,
    DateOnly? Stand = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static Fristregel FromJson(string json) => JsonSerializer.Deserialize<Fristregel>(json, Options)!;
}

/// <summary>Which instant of a period is meant.</summary>
public enum Fristpunkt
{
    /// <summary>08:00 of the period's last day, moved to the next Werktag: a task that appears after the period.</summary>
    Beginn,

    /// <summary>08:00 of the next Werktag after the last day: what follows from a Frist that passed without effect.</summary>
    Ablauf,

    /// <summary>08:00 of a day before the calendar end, moved to the previous Werktag: a warning never comes late.</summary>
    Vorher,

    /// <summary>24:00 of the last day: from here the Frist is over.</summary>
    Ende,
}
