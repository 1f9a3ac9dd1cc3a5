using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Domain;
using FallWorkflow.Domain.Akte;
using FallWorkflow.Domain.Faelle;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Application.Prozesse;

/// <summary>What people read for the names and values that stand in a definition.</summary>
public static partial class Prozesswoerter
{
    private static readonly ActivityRegistry Schritte = Prozessmaschine.Activities();

    internal static readonly JsonSerializerOptions Schreibweise = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Einheiten = ["Jahr", "Monat", "Woche", "Tag", "Stunde", "Minute", "Sekunde"];

    /// <summary>A kind of step; kinds that nobody knows are shown as they are written.</summary>
    public static string Schrittart(string type) => Schritte.Find(type)?.Descriptor.DisplayName ?? type;

    /// <summary>An outcome: known ones and facts in words, results to choose from as they are.</summary>
    public static string Ausgang(string ausgang) => Texte.Find($"Prozesswort.Ausgang.{ausgang}") ?? Tatsache(ausgang) ?? ausgang;

    /// <summary>Every outcome that has words of its own, by its name in definitions.</summary>
    public static IReadOnlyDictionary<string, string> Ausgaenge { get; } = Schritte.All.SelectMany(s => s.Descriptor.Ports)
        .Concat(TatsachenKatalog.Alle.Select(t => t.Name)).Distinct(StringComparer.Ordinal)
        .Select(name => (Name: name, Wort: Ausgang(name))).Where(a => a.Wort != a.Name).ToDictionary(a => a.Name, a => a.Wort, StringComparer.Ordinal);

    /// <summary>An event with the name that scripts use for it.</summary>
    public static string Ereignis(string ereignis) => (Tatsache(ereignis) ?? Texte.Find($"Prozesswort.Ereignis.{ereignis}")) is { } text ? $"{text} ({ereignis})" : ereignis;

    /// <summary>An input by its label; one that the step does not have by its name.</summary>
    public static string Eingabe(string type, string name) =>
        Schritte.Find(type)?.Descriptor.Inputs.FirstOrDefault(e => e.Name == name)?.DisplayName ?? Texte.Find($"Vergleich.Feld.{name}") ?? name;

    /// <summary>One of the values that an input offers.</summary>
    public static string Auswahl(string eingabe, string wert) => eingabe switch
    {
        "rolle" => Texte.Find($"Rolle.{wert}"),
        "phase" => Begriffe.Of(typeof(Phase), wert),
        "anker" or "fristAnker" => Texte.Find($"Prozesswort.Anker.{wert}"),
        "anlass" => Texte.Find($"Prozesswort.Anlass.{wert}"),
        "parameter" or "vorlaufParameter" => Texte.Find($"Frist.{wert}"),
        "punkt" => Texte.Find($"Prozesswort.Punkt.{wert}"),
        _ => null,
    } ?? wert;

    /// <summary>A fixed value of an input as a person reads it.</summary>
    public static string Wert(string eingabe, JsonNode? wert) => wert switch
    {
        null => Texte.Of("Prozesswort.leer"),
        JsonValue v when v.GetValueKind() is JsonValueKind.True => Texte.Of("Prozesswort.ja"),
        JsonValue v when v.GetValueKind() is JsonValueKind.False => Texte.Of("Prozesswort.nein"),
        JsonValue v when v.GetValueKind() is JsonValueKind.String => Textwert(eingabe, v.GetValue<string>()),
        JsonArray liste when liste.Count > 0 && liste.All(e => e is JsonValue) => string.Join(", ", liste.Select(e => Wert(eingabe, e))),
        _ => wert.ToJsonString(Schreibweise),
    };

    /// <summary>A duration as ISO 8601 (<c>P28D</c>) or .NET (<c>28.00:00:00</c>) writes it, in words; null if it is none.</summary>
    public static string? Dauer(string text)
    {
        if (Iso().Match(text) is { Success: true } iso && text.Length > 2 && !text.EndsWith('T'))
            return Words([.. Einheiten.Select(e => (e, Number(iso.Groups[e])))]);
        return Net().IsMatch(text) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var dauer) && dauer >= TimeSpan.Zero
            ? Words([("Tag", dauer.Days), ("Stunde", dauer.Hours), ("Minute", dauer.Minutes), ("Sekunde", dauer.Seconds)])
            : null;
    }

    private static string Textwert(string eingabe, string text)
    {
        if (text.Length == 0)
            return Texte.Of("Prozesswort.leer");
        if (bool.TryParse(text, out var ja))
            return Texte.Of(ja ? "Prozesswort.ja" : "Prozesswort.nein");
        if (eingabe is "erledigtDurch" or "abbruchBei" or "ereignisse" && !text.TrimStart().StartsWith('['))
            return string.Join(", ", Prozesslisten.Split(JsonValue.Create(text)).Select(t => Tatsache(t) ?? t));
        if (eingabe == "eventName")
            return Tatsache(text) ?? text;
        return Auswahl(eingabe, text) is var wort && wort != text ? wort : Dauer(text) ?? text;
    }

    private static string? Tatsache(string name) => TatsachenKatalog.Find(name) is null ? null : Texte.Of($"Tatsache.{name}");

    private static string Words(IReadOnlyList<(string Einheit, int Anzahl)> teile)
    {
        var worte = teile.Where(t => t.Anzahl > 0).DefaultIfEmpty(("Sekunde", 0))
            .Select(t => $"{t.Item2} {Texte.Of($"Prozesswort.Zeit.{t.Item1}").Split('|')[t.Item2 == 1 ? 0 : 1]}");
        return string.Join(" ", worte);
    }

    private static int Number(Group gruppe) => int.TryParse(gruppe.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var zahl) ? zahl : 0;

    [GeneratedRegex(@"^P(?:(?<Jahr>\d{1,4})Y)?(?:(?<Monat>\d{1,4})M)?(?:(?<Woche>\d{1,4})W)?(?:(?<Tag>\d{1,4})D)?(?:T(?:(?<Stunde>\d{1,4})H)?(?:(?<Minute>\d{1,4})M)?(?:(?<Sekunde>\d{1,4})S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:\d{1,5}\.)?\d{1,2}:\d{2}:\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Net();
}
