using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Starts a child in the same burst; by default waits for its end. A child that faulted lets the parent go on.</summary>
internal class ExecuteWorkflow : BuiltInActivity
{
    private static readonly InputDescriptor[] CommonInputs =
    [
        new("workflowDefinitionId", "String", "Prozess", "Kennung der Prozessdefinition.", Required: true),
        new("correlationId", "String", "Zuordnung", "Kennung des Vorgangs; leer bedeutet: der eigene."),
        new("input", "IDictionary<string, object>", "Eingaben", "Werte, die der Prozess beim Start erhält."),
        new("waitForCompletion", "Boolean", "Auf Ende warten", "Ob der nächste Schritt erst nach dem Ende des gestarteten Prozesses kommt."),
    ];

    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Elsa.ExecuteWorkflow", "Teilprozess ausführen", "Führt einen anderen Prozess aus und wartet auf sein Ende.");

    protected virtual bool WaitsByDefault => true;

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var wait = context.Input("waitForCompletion") is { } given ? ValueConversion.ToBoolean(given) : WaitsByDefault;
        var correlation = ValueConversion.ToText(context.Input("correlationId"));
        var child = await context.StartChildAsync(
            ValueConversion.ToText(context.Input("workflowDefinitionId")),
            context.Input("input") as JsonObject,
            correlation.Length > 0 ? correlation : null,
            wait);
        if (wait)
            return;
        context.SetOutput("result", child.Id);
        await context.CompleteAsync();
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption)
    {
        if (resumption.Child is { } child)
            context.SetOutput("result", Result(child));
        return context.CompleteAsync();
    }

    protected virtual JsonNode Result(WorkflowInstance child) => new JsonObject
    {
        ["WorkflowDefinitionVersionId"] = child.DefinitionVersionId,
        ["WorkflowInstanceId"] = child.Id,
        ["CorrelationId"] = child.CorrelationId,
        ["Status"] = child.Status.ToString(),
        ["SubStatus"] = child.SubStatus.ToString(),
        ["Output"] = InstanceSnapshot.Of(child).Output,
    };

    protected static ActivityDescriptor Describe(string type, string display, string description) =>
        new(type, display, Categories.Processes, description, CommonInputs, [ActivityDescriptor.Done]) { Waits = true };
}
