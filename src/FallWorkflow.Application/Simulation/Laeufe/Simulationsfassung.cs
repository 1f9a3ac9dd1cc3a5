namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>Which versions of a process are simulated.</summary>
public enum Simulationsfassung
{
    /// <summary>The published one and the draft, as far as they exist.</summary>
    Beide,
    Entwurf,
    Veroeffentlicht,
}
