namespace FallWorkflow.Domain.Fachkonzepte;

/// <summary>Running Fälle per Fallmanager, each from 1 to 500 (R84). Practice, not law: an office replaces all three at once.</summary>
/// <param name="Richtwert">What the caseload is measured against.</param>
/// <param name="Beobachtet">Observed elsewhere where people do Fallmanagement only; shown beside it.</param>
/// <param name="BeobachtetGemischt">Observed elsewhere where people also have other work; shown beside it.</param>
public sealed record Betreuungsschluessel(int Richtwert, int Beobachtet, int BeobachtetGemischt);
