using System.Text.RegularExpressions;

namespace FallWorkflow.Application.Auskunft;

/// <summary>
/// The words of a name, and where they stand in other texts: with a genitive s as well. Words that say a role, a kinship or
/// nothing at all ("Mutter", "Frau", "für") name nobody and stay.
/// </summary>
public static class Namenswoerter
{
    private static readonly char[] Trenner = [' ', ',', ';', '/', '(', ')', '\n', '\t'];

    private static readonly char[] Zeichen = ['.', ':', '!', '?', '"', '„', '“', '\'', '’'];

    private static readonly HashSet<string> KeineNamen =
        new(Texte.Of("Namen.KeineNamen").Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>Of a double name its parts as well.</summary>
    public static IEnumerable<string> Of(string name) => name.Split(Trenner, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(wort => wort.Any(char.IsDigit) ? [wort] : wort.Split('-').Prepend(wort)).Select(w => w.Trim(Zeichen)).Distinct().Where(IsName);

    /// <summary>Finds the texts where they stand for themselves; what has two letters only as it is written, since it may be a word otherwise.</summary>
    /// <returns>Null if there is nothing to find.</returns>
    public static Regex? PatternOf(IEnumerable<string> texte)
    {
        var alle = texte.Where(t => t.Length > 1).Distinct().OrderByDescending(t => t.Length).ToLookup(t => t.Length > 2, Regex.Escape);
        var teile = alle[true].Any() ? alle[false].Prepend($"(?i:{string.Join('|', alle[true])})") : alle[false];
        return teile.Any() ? new($@"(?<!\w)(?:{string.Join('|', teile)})(?:['’]?s|['’])?(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)) : null;
    }

    private static bool IsName(string wort) => !KeineNamen.Contains(wort) && (wort.Length > 2 || (wort.Length == 2 && char.IsUpper(wort[0])));
}
