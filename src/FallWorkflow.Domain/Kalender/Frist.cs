using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace FallWorkflow.Domain.Kalender;

/// <summary>
/// A period such as <c>4 Wochen</c>, <c>6 Monate</c>, <c>14 Tage</c> or <c>10 Werktage</c>. The text form is the same in processes,
/// in an office's concept, in pages and in JSON.
/// </summary>
[JsonConverter(typeof(FristJsonConverter))]
public readonly partial record struct Frist : IParsable<Frist>
{
    private static readonly (Fristeinheit Einheit, string Eins, string Viele, int Max)[] Einheiten =
    [
        (Fristeinheit.Tage, "Tag", "Tage", 9999),
        (Fristeinheit.Wochen, "Woche", "Wochen", 999),
        (Fristeinheit.Monate, "Monat", "Monate", 999),
        (Fristeinheit.Werktage, "Werktag", "Werktage", 9999),
    ];

    /// <param name="anzahl">1 to 9999 Tage or Werktage, 1 to 999 Wochen or Monate.</param>
    /// <param name="einheit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public Frist(int anzahl, Fristeinheit einheit)
    {
        if (!Enum.IsDefined(einheit))
            throw new ArgumentOutOfRangeException(nameof(einheit), einheit, "Not a unit of a Frist.");
        ArgumentOutOfRangeException.ThrowIfLessThan(anzahl, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(anzahl, Einheiten[(int)einheit].Max);

        Anzahl = anzahl;
        Einheit = einheit;
    }

    /// <summary>At least 1; 0 only in a <c>default</c> value, with which nothing can be computed.</summary>
    public int Anzahl { get; }

    public Fristeinheit Einheit { get; }

    /// <summary>Reads exactly the form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">Not a Frist; the message is German and says what would be one.</exception>
    public static Frist Parse(string text)
        => TryParse(text, out var frist, out var fehler) ? frist : throw new FormatException(fehler);

    public static bool TryParse([NotNullWhen(true)] string? text, out Frist frist) => TryParse(text, out frist, out _);

    /// <summary>Reads a Frist strictly; otherwise <paramref name="fehler"/> is a German sentence that says what would be right.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Frist frist, [NotNullWhen(false)] out string? fehler)
    {
        frist = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            fehler = KalenderTexte.Get("Frist_Leer");
            return false;
        }

        // Read leniently first: whoever wrote "4 wochen" or "1 Wochen" is told the right form instead of a grammar.
        var shown = text.Length <= 40 ? text : text[..40] + "…";
        var match = Form().Match(text);
        var unit = Array.FindIndex(Einheiten, e => Is(e.Eins) || Is(e.Viele));
        if (!match.Success || unit < 0)
        {
            fehler = KalenderTexte.Format("Frist_Unlesbar", shown);
            return false;
        }

        var (einheit, _, viele, max) = Einheiten[unit];
        if (!int.TryParse(match.Groups["zahl"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var anzahl)
            || anzahl < 1 || anzahl > max)
        {
            fehler = KalenderTexte.Format("Frist_Bereich", shown, max, viele);
            return false;
        }

        var read = new Frist(anzahl, einheit);
        if (read.ToString() != text)
        {
            fehler = KalenderTexte.Format("Frist_Gemeint", shown, read);
            return false;
        }

        frist = read;
        fehler = null;
        return true;

        bool Is(string word) => match.Groups["einheit"].ValueSpan.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    static Frist IParsable<Frist>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Frist>.TryParse(string? s, IFormatProvider? provider, out Frist result) => TryParse(s, out result);

    /// <summary>For example <c>1 Woche</c> or <c>4 Wochen</c>.</summary>
    public override string ToString()
    {
        var (_, eins, viele, _) = Einheiten[(int)Einheit];
        return string.Create(CultureInfo.InvariantCulture, $"{Anzahl} {(Anzahl == 1 ? eins : viele)}");
    }

    [GeneratedRegex(@"^\s*(?<zahl>[+-]?[0-9]{1,30})\s*(?<einheit>[A-Za-z]{1,10})\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
