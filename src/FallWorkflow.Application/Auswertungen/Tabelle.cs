namespace FallWorkflow.Application.Auswertungen;

/// <summary>A report as a table with German headings, for pages and CSV alike.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Spalten">Headings; the first ones are those of words.</param>
/// <param name="OffeneBezeichnungen">The words come from the Akten and not from a fixed list, so that a row tells something by being there.</param>
/// <param name="Forschung">Whether it may be exported for research at all; tables about single people may not.</param>
public sealed record Tabelle(
    string Name, string Titel, IReadOnlyList<string> Spalten, IReadOnlyList<Zeile> Zeilen, bool OffeneBezeichnungen = false, bool Forschung = true)
{
    /// <summary>
    /// Without small numbers: a row is hidden as a whole if a figure in it rests on 1 to <paramref name="mindestzahl"/> − 1. If that
    /// hides a single row, which a total would give away, the row with the smallest figures is hidden too. Rows with open words
    /// are left out.
    /// </summary>
    public Tabelle Hide(int mindestzahl)
    {
        var verborgen = Zeilen.Where(z => z.Zahlen.Any(x => x.Basis > 0 && x.Basis < mindestzahl)).ToHashSet();
        if (verborgen.Count == 1 && Zeilen.Where(z => !verborgen.Contains(z) && SizeOf(z) > 0).MinBy(SizeOf) is { } naechste)
            verborgen.Add(naechste);
        var zeilen = Zeilen.Select(z => verborgen.Contains(z) ? z with { Verborgen = true } : z);
        return this with { Zeilen = [.. OffeneBezeichnungen ? zeilen.Where(z => !z.Verborgen) : zeilen] };
    }

    private static int SizeOf(Zeile zeile) => zeile.Zahlen.Where(x => x.Basis > 0).Select(x => x.Basis!.Value).DefaultIfEmpty().Min();
}
