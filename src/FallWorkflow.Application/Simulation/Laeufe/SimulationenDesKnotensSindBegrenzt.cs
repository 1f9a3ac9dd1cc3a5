using FallWorkflow.Domain.Regeln;

namespace FallWorkflow.Application.Simulation.Laeufe;

internal sealed class SimulationenDesKnotensSindBegrenzt : IRegel
{
    public bool IsBroken => true;

    public string Quelle => "R42";
}
