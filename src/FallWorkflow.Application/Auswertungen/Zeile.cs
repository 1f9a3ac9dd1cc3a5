namespace FallWorkflow.Application.Auswertungen;

/// <summary>One row of a <see cref="Tabelle"/>.</summary>
/// <param name="Bezeichnungen">What the row is about; one for each column of words.</param>
/// <param name="Verborgen">The figures are not shown: too few people stand behind them.</param>
public sealed record Zeile(IReadOnlyList<string> Bezeichnungen, IReadOnlyList<Zahl> Zahlen, bool Verborgen = false)
{
    /// <summary>The figures as people read them.</summary>
    public IEnumerable<string> Werte => Zahlen.Select(z => Verborgen ? Texte.Of("Statistik.Verborgen") : z.ToString());
}
