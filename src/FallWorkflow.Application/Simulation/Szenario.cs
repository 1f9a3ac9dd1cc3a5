using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Fachkonzepte;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Simulation;

/// <summary>A scripted course of one Fall; form and meaning are described by <c>workflows/szenario.schema.json</c>.</summary>
public sealed record Szenario
{
    public const string Erledigt = "erledigt";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Name { get; init; }

    public string? Beschreibung { get; init; }

    public required Land Land { get; init; }

    /// <summary>Day of the handover.</summary>
    public required DateOnly Von { get; init; }

    public int Monate { get; init; } = 24;

    /// <summary><c>erledigt</c>: what the steps do not mention is done on the day it appears; otherwise it stays undone.</summary>
    public string? Standard { get; init; }

    /// <summary>Last day on which tasks are still done by default; later ones stay open.</summary>
    public DateOnly? StandardBis { get; init; }

    /// <summary>Werktage after which a task is done by default; 0 is the day it appears.</summary>
    public int Verzug { get; init; }

    public Dictionary<string, string> Fristen { get; init; } = [];

    /// <summary>Departures for which the office's concept demands approval (R86).</summary>
    public IReadOnlyList<string>? FreigabeFuer { get; init; }

    public required IReadOnlyList<Szenarioschritt> Schritte { get; init; }

    /// <summary>How reliable the people are; null: everything by default is done as <see cref="Verzug"/> says and partners take part.</summary>
    public Verhalten? Verhalten { get; init; }

    /// <summary>What happens besides, in a month or with a probability.</summary>
    public IReadOnlyList<Zufallsereignis> Ereignisse { get; init; } = [];

    /// <summary>Begins the chance in it: the same seed gives the same course, whatever the machine.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The same course in another Land, over another time or with other chance; null keeps what the scenario says.</summary>
    public Szenario Change(Land? land, int? monate, int? seed = null) => this with { Land = land ?? Land, Monate = monate ?? Monate, Seed = seed ?? Seed };

    /// <summary>
    /// The same course with another day of the handover: every day in it moves by as many days. A step may so come to lie on a
    /// weekend or Feiertag, which counts as confirmed, unless the step is there to be refused.
    /// </summary>
    public Szenario From(DateOnly von)
    {
        var tage = von.DayNumber - Von.DayNumber;
        return tage == 0 ? this : this with { Von = von, StandardBis = StandardBis?.AddDays(tage), Schritte = [.. Schritte.Select(s => s.Shift(tage))] };
    }

    /// <exception cref="InvalidInputException">The text is no scenario; the message names the place.</exception>
    public static Szenario Parse(string json)
    {
        Szenario szenario;
        try
        {
            szenario = JsonSerializer.Deserialize<Szenario>(json, Options) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidInputException(e.Path ?? "$", Texte.Of("SzenarioUnlesbar", e.Path ?? "$", (e.LineNumber ?? 0) + 1));
        }

        foreach (var (parameter, wert) in szenario.Fristen.Concat(szenario.Schritte.SelectMany(s => s.Fachkonzept ?? [])))
        {
            if (!Fristparameter.IsValid(parameter, wert, out var fehler))
                throw new InvalidInputException($"fristen.{parameter}", Texte.Of("SzenarioFrist", fehler));
        }

        szenario.RequireValid();
        return szenario;
    }

    /// <exception cref="InvalidInputException">Behaviour or events are out of range; every field is named.</exception>
    public void RequireValid()
    {
        List<Eingabefehler> fehler = [.. Verhalten?.Validate() ?? [], .. Ereignisse.SelectMany((e, i) => e.Validate($"ereignisse[{i}]", Monate))];
        if (Monate is < 1 or > 240)
            fehler.Add(new("monate", Texte.Of("SzenarioMonate")));
        if (fehler.Count > 0)
            throw new InvalidInputException(fehler);
    }
}

/// <summary>One step: a fact that is recorded, or a task that is completed by a result or dropped with a reason.</summary>
public sealed class Szenarioschritt
{
    public required DateOnly Am { get; init; }

    /// <summary>Time of day, Europe/Berlin.</summary>
    public TimeOnly Um { get; init; } = new(10, 0);

    public string? Tatsache { get; init; }

    public JsonObject? Daten { get; init; }

    /// <summary>Effective date if it differs from the day of recording.</summary>
    public DateOnly? WirksamAm { get; init; }

    public string? Begruendung { get; init; }

    public bool Bestaetigt { get; init; }

    /// <summary>The entry that the fact corrects; null records it anew.</summary>
    public Szenarioberichtigung? Berichtigt { get; init; }

    /// <summary>Role that acts; by default the first that may record the fact.</summary>
    public string? Von { get; init; }

    /// <summary>Kind (<c>art</c>) of the open task to complete.</summary>
    public string? Aufgabe { get; init; }

    public string? Ergebnis { get; init; }

    /// <summary>A new version of the office's concept from this day: its periods.</summary>
    public Dictionary<string, string>? Fachkonzept { get; init; }

    /// <summary>The step must be refused, with this field or rule.</summary>
    public string? Abgelehnt { get; init; }

    internal Szenarioschritt Shift(int tage) => new()
    {
        Am = Am.AddDays(tage),
        Um = Um,
        Tatsache = Tatsache,
        Daten = (JsonObject?)Shift(Daten, tage),
        WirksamAm = WirksamAm?.AddDays(tage),
        Begruendung = Begruendung,
        Bestaetigt = Bestaetigt || Abgelehnt is null,
        Berichtigt = Berichtigt is null ? null : Berichtigt with { Vom = Berichtigt.Vom.AddDays(tage) },
        Von = Von,
        Aufgabe = Aufgabe,
        Ergebnis = Ergebnis,
        Fachkonzept = Fachkonzept,
        Abgelehnt = Abgelehnt,
    };

    /// <summary>Days within the fact, such as the end of a pause; a birthday stays.</summary>
    private static JsonNode? Shift(JsonNode? daten, int tage) => daten switch
    {
        JsonObject objekt => new JsonObject(objekt.Select(p =>
            KeyValuePair.Create(p.Key, p.Key == "geburtsdatum" ? p.Value?.DeepClone() : Shift(p.Value, tage)))),
        JsonArray liste => new JsonArray([.. liste.Select(n => Shift(n, tage))]),
        JsonValue wert when wert.TryGetValue(out string? text)
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tag) =>
                tag.AddDays(tage).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => daten?.DeepClone(),
    };
}
