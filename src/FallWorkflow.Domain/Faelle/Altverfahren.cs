namespace FallWorkflow.Domain.Faelle;

/// <summary>Where a Fall ran before it was taken over.</summary>
/// <param name="UebernommenAt">Instant of the takeover (UTC); what happened before is known in part only.</param>
public sealed record Altverfahren(string Quelle, string Schluessel, DateTimeOffset UebernommenAt);
