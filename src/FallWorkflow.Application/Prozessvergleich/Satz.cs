using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Application.Prozesse;

namespace FallWorkflow.Application.Prozessvergleich;

/// <summary>Puts one change of a value into words: short ones into the sentence, scripts and long texts beside it.</summary>
internal static class Satz
{
    /// <summary>Longest text in characters that still stands in the sentence.</summary>
    private const int Kurz = 120;

    /// <param name="was">Whose value it is.</param>
    /// <param name="name">Its label.</param>
    /// <param name="vorher">Null if there was none.</param>
    public static Aenderung Of(Aenderungsort ort, string? schrittId, string was, string name, Wortwert? vorher, Wortwert? nachher, string? pfad = null)
    {
        var lang = (vorher?.IstLang ?? false) || (nachher?.IstLang ?? false);
        var art = vorher is null ? "WertNeu" : nachher is null ? "WertEntfaellt" : "Wert";
        var text = lang
            ? Texte.Of($"Vergleich.{art}Lang", was, name)
            : vorher is null ? Texte.Of("Vergleich.WertNeu", was, name, nachher!.Text)
            : nachher is null ? Texte.Of("Vergleich.WertEntfaellt", was, name, vorher.Text)
            : Texte.Of("Vergleich.Wert", was, name, vorher.Text, nachher.Text);
        return new(Aenderungsart.Geaendert, ort, text)
        {
            SchrittId = schrittId,
            Pfad = pfad,
            Vorher = lang ? vorher?.Text : null,
            Nachher = lang ? nachher?.Text : null,
        };
    }

    /// <summary>What is neither recognised nor only drawing, by its path.</summary>
    public static Aenderung Other(Blatt blatt, string pfad, string? schrittId) => Raw(Aenderungsort.Sonstiges, blatt, pfad, pfad, schrittId);

    /// <summary>A value that is compared as it is written.</summary>
    public static Aenderung Raw(Aenderungsort ort, Blatt blatt, string name, string pfad, string? schrittId)
    {
        var (vorher, nachher) = (Write(blatt.Vorher, blatt.WarDa), Write(blatt.Nachher, blatt.IstDa));
        var lang = IsLong(vorher) || IsLong(nachher);
        return new(blatt.WarDa ? blatt.IstDa ? Aenderungsart.Geaendert : Aenderungsart.Entfallen : Aenderungsart.Neu, ort,
            lang ? Texte.Of("Vergleich.SonstigesLang", name) : Texte.Of("Vergleich.Sonstiges", name, vorher, nachher))
        {
            SchrittId = schrittId,
            Pfad = pfad,
            Vorher = lang ? vorher : null,
            Nachher = lang ? nachher : null,
        };
    }

    public static bool IsLong(string text) => text.Length > Kurz || text.Contains('\n', StringComparison.Ordinal);

    private static string Write(JsonNode? wert, bool istDa) => wert switch
    {
        _ when !istDa => Texte.Of("Vergleich.Fehlt"),
        JsonValue v when v.GetValueKind() is JsonValueKind.True or JsonValueKind.False => Prozesswoerter.Wert("", v),
        JsonValue v when v.GetValueKind() is JsonValueKind.String && v.GetValue<string>().Trim() is { Length: > 0 } text => $"„{text}“",
        null => "null",
        _ => wert.ToJsonString(Prozesswoerter.Schreibweise),
    };
}

/// <summary>A value in words.</summary>
/// <param name="IstSkript">JavaScript; always shown as a block.</param>
internal sealed record Wortwert(string Text, bool IstSkript = false)
{
    public bool IstLang => IstSkript || Satz.IsLong(Text);
}
