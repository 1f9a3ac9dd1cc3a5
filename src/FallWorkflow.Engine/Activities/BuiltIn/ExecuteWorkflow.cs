using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Runs a child before anything else goes on. A child that waits is waited for only if <c>waitForCompletion</c> says so; one
/// that faulted lets the parent go on.
/// </summary>
internal class ExecuteWorkflow : BuiltInActivity
{
    private static readonly InputDescriptor[] CommonInputs =
    [
        new("workflowDefinitionId", "String", "Prozess", "Welcher Prozess gestartet wird.", Required: true),
        new("correlationId", "String", "Zuordnung", "Kennung, die der Prozess erhält; leer: dieselbe wie hier."),
        new("input", "IDictionary<string, object>", "Eingaben", "Werte, die der Prozess beim Start erhält."),
        new("waitForCompletion", "Boolean", "Auf Ende warten", "Ob der nächste Schritt erst nach dem Ende des gestarteten Prozesses kommt; ohne Angabe nicht."),
    ];

    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Elsa.ExecuteWorkflow", "Teilprozess ausführen", "Führt einen anderen Prozess aus, bis er wartet oder zu Ende ist.");

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var wait = ValueConversion.ToBoolean(context.Input("waitForCompletion"));
        var input = context.Input("input") as JsonObject ?? [];
        input["ParentInstanceId"] = context.Instance.Id;
        var correlation = ValueConversion.ToText(context.Input("correlationId"));
        await StartAsync(
            context, ValueConversion.ToText(context.Input("workflowDefinitionId")), input, correlation.Length > 0 ? correlation : null, wait);
    }

    protected virtual async ValueTask StartAsync(ActivityContext context, string definitionId, JsonObject input, string? correlationId, bool wait)
    {
        var child = await context.RunChildAsync(definitionId, input, correlationId, wait);
        if (wait && child.Status == WorkflowStatus.Running)
            return;
        context.SetOutput("result", Result(child));
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
        new(type, display, Categories.Processes, description, CommonInputs, [ActivityDescriptor.Done]);
}
