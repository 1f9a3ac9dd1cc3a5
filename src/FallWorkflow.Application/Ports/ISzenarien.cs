using FallWorkflow.Application.Simulation;

namespace FallWorkflow.Application.Ports;

/// <summary>The scenarios that are shipped with the processes.</summary>
public interface ISzenarien
{
    /// <summary>By name of the file without its ending, in order of that; scenarios that cannot be read are left out.</summary>
    IReadOnlyList<(string Id, Szenario Szenario)> All();
}
