using System.Globalization;

namespace FallWorkflow.Web.Druck;

/// <summary>Breaks text into lines at spaces; a word that is wider than a line is broken between its letters.</summary>
internal static class Zeilenumbruch
{
    /// <summary>The lines of a text, at least one; line ends in it stay.</summary>
    /// <param name="breite">Of a line, in the unit of <paramref name="messen"/>.</param>
    /// <param name="messen">How wide a text is.</param>
    public static IReadOnlyList<string> Break(string text, double breite, Func<string, double> messen)
    {
        var zeilen = new List<string>();
        foreach (var absatz in text.ReplaceLineEndings("\n").Replace('\t', ' ').Split('\n'))
        {
            var zeile = "";
            foreach (var wort in absatz.Split(' ').SelectMany(w => Pieces(w, breite, messen)))
            {
                var verlaengert = zeile.Length == 0 ? wort : $"{zeile} {wort}";
                if (zeile.Length == 0 || messen(verlaengert) <= breite)
                {
                    zeile = verlaengert;
                    continue;
                }

                zeilen.Add(zeile);
                zeile = wort;
            }

            zeilen.Add(zeile);
        }

        return zeilen;
    }

    private static IEnumerable<string> Pieces(string wort, double breite, Func<string, double> messen)
    {
        while (wort.Length > 1 && messen(wort) > breite)
        {
            // Letters that are several characters stay together.
            var grenzen = StringInfo.ParseCombiningCharacters(wort);
            var passt = grenzen.Skip(1).TakeWhile(g => messen(wort[..g]) <= breite).LastOrDefault(grenzen.ElementAtOrDefault(1));
            if (passt == 0)
                break;
            yield return wort[..passt];
            wort = wort[passt..];
        }

        yield return wort;
    }
}
