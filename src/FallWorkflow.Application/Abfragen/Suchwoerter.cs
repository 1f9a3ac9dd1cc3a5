using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FallWorkflow.Application.Abfragen;

/// <summary>
/// The words by which a Fall is found: of the person's name and of its number, without regard to case, accents and the way
/// umlauts are written (<c>Müller</c> and <c>Mueller</c> are the same). A word is found by its beginning.
/// </summary>
public static partial class Suchwoerter
{
    /// <summary>Longer texts are refused, in characters.</summary>
    public const int MaxZeichen = 200;

    /// <summary>More words are refused.</summary>
    public const int MaxWoerter = 8;

    /// <summary>What is kept of a word, in characters; what is looked for is cut alike.</summary>
    public const int MaxLaenge = 50;

    /// <summary>Words to keep for a Fall. A number <c>FM-2027-00042</c> is found as a whole, without its first letters, and by its last digits.</summary>
    public static IReadOnlyList<string> Of(string nummer, string? name)
    {
        var teile = Words(nummer).ToList();
        var nummern = teile.Select((_, i) => i == teile.Count - 1 ? Short(teile[i]) : string.Concat(teile[i..]));
        return [.. nummern.Concat(Words(name ?? "")).Select(Cut).Distinct()];
    }

    /// <summary>Beginnings of words that must all be there. What has a digit in it is a number, whatever stands between its parts.</summary>
    /// <returns>Empty if the text holds neither letter nor digit: it finds nothing.</returns>
    public static IReadOnlyList<string> Gesucht(string text)
    {
        var woerter = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(t => t.Any(char.IsDigit) ? [Short(string.Concat(Words(t)))] : Words(t))
            .Select(Cut).Distinct().ToList();

        // Whoever has a longer word with this beginning has this one too.
        return [.. woerter.Where(w => !woerter.Exists(anderes => anderes != w && anderes.StartsWith(w, StringComparison.Ordinal)))];
    }

    /// <summary>Key by which names are sorted: last name, first name.</summary>
    public static string Namensfolge(string nachname, string vorname) => string.Join(' ', Words($"{nachname} {vorname}"));

    /// <summary>Lower case, umlauts and ß as two letters, other accents left out.</summary>
    public static string Fold(string text)
    {
        // Half a pair, as JSON may bring it, has no form to be brought into; letters beyond the first plane are in no German register.
        var klein = string.Concat(text.Where(c => !char.IsSurrogate(c))).Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var zeichen = new StringBuilder(klein.Length + 8);
        foreach (var c in klein)
        {
            _ = c switch
            {
                'ä' or 'æ' => zeichen.Append("ae"),
                'ö' or 'ø' or 'œ' => zeichen.Append("oe"),
                'ü' => zeichen.Append("ue"),
                'ß' => zeichen.Append("ss"),
                'ı' => zeichen.Append('i'),
                'ł' => zeichen.Append('l'),
                'đ' or 'ð' => zeichen.Append('d'),
                'þ' => zeichen.Append("th"),
                _ => zeichen.Append(c),
            };
        }

        return string.Concat(zeichen.ToString().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }

    /// <summary>Words of a text, folded.</summary>
    internal static IEnumerable<string> Words(string text) => Wort().Matches(Fold(text)).Select(m => m.Value);

    /// <summary>Digits without the zeros that fill up a number.</summary>
    private static string Short(string wort) => wort.All(char.IsDigit) && wort.TrimStart('0') is { Length: > 0 } kurz ? kurz : wort;

    private static string Cut(string wort) => wort.Length <= MaxLaenge ? wort : wort[..MaxLaenge];

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Wort();
}
