namespace FallWorkflow.Application.Abfragen;

/// <summary>Some rows of a list of Fälle.</summary>
/// <param name="Gesamt">Fälle of the whole list, counted up to <see cref="MaxGesamt"/>.</param>
/// <param name="IstMehr">There are more than <paramref name="Gesamt"/>.</param>
/// <param name="Zurueck">Where the rows before these are; null at the beginning.</param>
/// <param name="Weiter">Where the rows after these are; null at the end.</param>
public sealed record Fallliste(IReadOnlyList<Fallzeile> Zeilen, int Gesamt, bool IstMehr, Listenstelle? Zurueck, Listenstelle? Weiter)
{
    /// <summary>Counting on would cost more than it tells.</summary>
    public const int MaxGesamt = 1000;
}
