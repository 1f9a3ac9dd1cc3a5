using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Application.Simulation.Laeufe;

/// <summary>One version of a process among the published versions of all others.</summary>
internal sealed record Simulationsprozess(InMemoryDefinitionCatalog Katalog, WorkflowDefinition Definition, bool Entwurf);
