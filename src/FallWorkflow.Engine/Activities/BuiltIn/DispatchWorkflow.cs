using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Starts a child in the same burst and goes on; its result, if it waits, is the dictionary of the child's outputs.</summary>
internal sealed class DispatchWorkflow : ExecuteWorkflow
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Elsa.DispatchWorkflow", "Prozess starten", "Startet einen anderen Prozess, der für sich läuft.") with
    { Waits = false };

    protected override bool WaitsByDefault => false;

    protected override JsonNode Result(WorkflowInstance child) => InstanceSnapshot.Of(child).Output;
}
