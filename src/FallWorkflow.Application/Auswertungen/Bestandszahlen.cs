namespace FallWorkflow.Application.Auswertungen;

/// <summary>Number of Fälle, entries and exits (R82), counted by the database.</summary>
/// <param name="Anfang">Running at the beginning of the first day.</param>
/// <param name="Zugaenge">Admitted for the first time within the period.</param>
/// <param name="Abgaenge">Closed, or ended without closing, within the period; a resumption takes its closing back.</param>
public sealed record Bestandszahlen(int Anfang, int Zugaenge, int Abgaenge)
{
    /// <summary>Running at the end of the last day.</summary>
    public int Ende => Anfang + Zugaenge - Abgaenge;
}
