using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Starts a child that runs in its turn; its result, if it is waited for, is the dictionary of the child's outputs.</summary>
internal sealed class DispatchWorkflow : ExecuteWorkflow
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Elsa.DispatchWorkflow", "Prozess starten", "Startet einen anderen Prozess, der für sich läuft.");

    protected override async ValueTask StartAsync(ActivityContext context, string definitionId, JsonObject input, string? correlationId, bool wait)
    {
        await context.StartChildAsync(definitionId, input, correlationId, wait);
        if (!wait)
            await context.CompleteAsync();
    }

    protected override JsonNode Result(WorkflowInstance child) => InstanceSnapshot.Of(child).Output;
}
