using FallWorkflow.Domain.Netzwerke;

namespace FallWorkflow.Application.Netzwerke;

/// <summary>An offer of the directory.</summary>
/// <param name="Veraltet">It was not checked for longer than the office's concept allows (R68).</param>
/// <param name="Bewertung">Mean of its ratings, 1 to 5; null if nobody has rated it (R71).</param>
public sealed record Angebotszeile(Angebot Angebot, bool Veraltet, double? Bewertung);
