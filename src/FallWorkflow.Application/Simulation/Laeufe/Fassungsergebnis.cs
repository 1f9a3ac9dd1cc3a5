namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>What one version of a process gave.</summary>
/// <param name="Entwurf">The draft, not the published version.</param>
/// <param name="Kalender">Calendar of the Fall; null if there were several.</param>
public sealed record Fassungsergebnis(int Version, bool Entwurf, Sammelergebnis Zahlen, Simulationsergebnis? Kalender);
