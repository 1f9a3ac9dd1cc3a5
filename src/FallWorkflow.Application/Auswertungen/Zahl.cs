using System.Globalization;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>One figure of a table, and how many it rests on.</summary>
/// <param name="Wert">Null where there is nothing to compute from.</param>
/// <param name="Basis">Number that must not be small in exports for research; null where it does not matter.</param>
/// <param name="Format">.NET number format.</param>
public readonly record struct Zahl(double? Wert, int? Basis, string Format)
{
    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    public static Zahl Anzahl(int wert) => new(wert, wert, "0");

    /// <summary>A count of something else than people, such as minutes, over so many people.</summary>
    public static Zahl Menge(int wert, int basis) => new(wert, basis, "0");

    /// <summary>Two decimals.</summary>
    public static Zahl Mittel(double? wert, int basis) => new(wert, basis, "0.00");

    /// <param name="wert">0 to 1; shown in percent.</param>
    public static Zahl Anteil(double? wert, int basis) => new(wert * 100, basis, "0.0 '%'");

    /// <summary>A setting, not a figure about people.</summary>
    public static Zahl Vorgabe(double wert) => new(wert, null, "0.##");

    /// <summary>As people read it; empty without a value.</summary>
    public override string ToString() => Wert?.ToString(Format, Deutsch) ?? "";
}
