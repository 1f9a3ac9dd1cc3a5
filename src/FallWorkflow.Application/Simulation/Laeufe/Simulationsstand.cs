namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>How far a simulation is.</summary>
public enum Simulationsstand
{
    Laeuft,
    Fertig,
    Abgebrochen,

    /// <summary>The course does not fit the process; the message says why.</summary>
    Gescheitert,
}
