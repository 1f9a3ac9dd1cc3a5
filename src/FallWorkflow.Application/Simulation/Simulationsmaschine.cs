using FallWorkflow.Application.Prozesse;
using FallWorkflow.Domain.Kalender;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Application.Simulation;

/// <summary>
/// An engine with its clock, for one simulation after the other: reading the definitions and preparing the script engine
/// takes longer than a simulated month.
/// </summary>
internal sealed class Simulationsmaschine
{
    public Simulationsmaschine(IDefinitionCatalog prozesse) => Engine = Prozessmaschine.Create(prozesse, Uhr);

    public VirtuelleUhr Uhr { get; } = new(Ortszeit.StartOfDay(new(2000, 1, 1)));

    public IWorkflowEngine Engine { get; }
}
