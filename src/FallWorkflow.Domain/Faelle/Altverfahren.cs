namespace FallWorkflow.Domain.Faelle;

/// <summary>Where a Fall ran before it was taken over.</summary>
/// <param name="UebernommenAt">Instant (UTC): what was recorded by then tells of the time before.</param>
public sealed record Altverfahren(string Quelle, string Schluessel, DateTimeOffset UebernommenAt);
