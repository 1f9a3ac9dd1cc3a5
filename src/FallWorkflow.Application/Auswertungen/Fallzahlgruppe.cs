namespace FallWorkflow.Application.Auswertungen;

/// <summary>The caseload of those who do Fallmanagement only, or of those who also have other work (R84).</summary>
/// <param name="JePerson">Running Fälle per person; null without people.</param>
/// <param name="Richtwert">Reference of the office's concept.</param>
/// <param name="Beobachtet">What was observed elsewhere for such people.</param>
public sealed record Fallzahlgruppe(bool GemischteAufgaben, int Personen, int Laufend, double? JePerson, int Richtwert, int Beobachtet);
