namespace FallWorkflow.Application.Befragungen;

/// <summary>One-time links that were just made (R80).</summary>
/// <param name="Geheimnisse">The last part of each link.</param>
/// <param name="GueltigBis">Last day on which they can be answered.</param>
public sealed record Linkbogen(IReadOnlyList<string> Geheimnisse, DateOnly GueltigBis);
