namespace FallWorkflow.Domain.Kalender;

/// <summary>A Feiertag on one day.</summary>
/// <param name="Datum">The day.</param>
/// <param name="Name">German name, for people.</param>
/// <param name="Quelle">The law it comes from, or that the office added it.</param>
/// <param name="Lokal">True when the office added it for its own place.</param>
public sealed record Feiertag(DateOnly Datum, string Name, string Quelle, bool Lokal = false);
