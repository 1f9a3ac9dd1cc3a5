using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Application.Auswertungen;

/// <summary>The one pattern by which every Fall is evaluated (R76), as of the last day of a period. All sums are made from it.</summary>
/// <param name="AufgenommenAm">First admission.</param>
/// <param name="AusgetretenAm">Closing, or the end without one; null while the Fall runs.</param>
/// <param name="OhneAbschluss">Why it ended without a joint evaluation (R75); null otherwise.</param>
/// <param name="ArbeitGefunden">Null while it is not closed.</param>
/// <param name="Tage">Days from the first admission to the exit or the last day of the period.</param>
/// <param name="Bedarfe">Areas of needs of the access check, each once.</param>
/// <param name="Minuten">Time noted for contacts and assisting services of the period.</param>
/// <param name="Assistenzen">Assisting services of the period.</param>
public sealed record Fallbogen(
    Guid FallId,
    string FallNummer,
    string? FallmanagerId,
    DateOnly AufgenommenAm,
    DateOnly? AusgetretenAm,
    Beendigungsgrund? OhneAbschluss,
    bool? ArbeitGefunden,
    int Tage,
    IReadOnlyList<Bedarfsbereich> Bedarfe,
    IReadOnlyList<Bewegung> Bewegungen,
    IReadOnlyList<Zielzeile> Ziele,
    IReadOnlyList<Leistungszeile> Leistungen,
    IReadOnlyList<Assistenzart> Assistenzen,
    Kontakttreue Kontakttreue,
    int Minuten);
