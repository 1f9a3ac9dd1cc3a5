namespace FallWorkflow.Application.Auswertungen;

/// <summary>The caseload of one Fallmanager (R84).</summary>
/// <param name="GemischteAufgaben">The person also has other work, such as placement.</param>
/// <param name="Laufend">Running Fälle.</param>
/// <param name="Nachbetreuung">Fälle in aftercare, which count apart.</param>
/// <param name="Auslastung">Running Fälle per reference; 1 is just it.</param>
public sealed record Fallzahl(
    string FallmanagerId, string Name, string? TeamId, bool GemischteAufgaben, int Laufend, int Nachbetreuung, double Auslastung);
