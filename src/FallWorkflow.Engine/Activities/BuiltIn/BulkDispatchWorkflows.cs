using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Starts a child for every item. Having waited for all of them it leaves by Completed and Done, otherwise by Done alone; the
/// activities in the ports ChildCompleted and ChildFaulted run once for each child that ended so.
/// </summary>
internal sealed class BulkDispatchWorkflows : BuiltInActivity, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.BulkDispatchWorkflows", "Prozesse für eine Liste starten", Categories.Processes, "Startet für jeden Eintrag einer Liste einen Prozess.",
        [
            new("workflowDefinitionId", "String", "Prozess", "Welcher Prozess gestartet wird.", Required: true),
            new("items", "Object", "Einträge", "Ein Objekt der Liste gibt seine Felder als Eingaben weiter, alles andere kommt als Eingabe Item an.", Required: true),
            new("defaultItemInputKey", "String", "Name der Eingabe", "Unter diesem Namen erhält der Prozess den Eintrag; ohne Angabe Item."),
            new("correlationIdFunction", "String", "Zuordnung", "Kennung, die der Prozess des Eintrags erhält; ein Skript sieht den Eintrag als args.item."),
            new("input", "IDictionary<string, object>", "Weitere Eingaben", "Werte, die jeder Prozess beim Start erhält."),
            new("waitForCompletion", "Boolean", "Auf Ende warten", "Ob der nächste Schritt erst nach dem Ende aller Prozesse kommt; ohne Angabe ja."),
        ],
        ["Completed", "Canceled", ActivityDescriptor.Done]);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var wait = context.Input("waitForCompletion") is not { } given || ValueConversion.ToBoolean(given);
        // As in Elsa, what is no list has no items.
        var items = context.Input("items") as JsonArray ?? [];
        foreach (var item in items)
            await StartAsync(context, item, wait);
        if (!wait || items.Count == 0)
            await context.CompleteAsync();
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption)
    {
        var port = resumption.Child?.SubStatus switch
        {
            WorkflowSubStatus.Faulted => "childFaulted",
            WorkflowSubStatus.Finished => "childCompleted",
            _ => null,
        };
        if (port is not null && JsonShape.Property(context.Activity.Source, port) is JsonObject drawn
            && context.Node.Child(JsonShape.Text(drawn, "id")) is { } child)
        {
            context.Schedule(child, iteration: Iteration.OfChild(resumption.Child!));
            return ValueTask.CompletedTask;
        }

        return LeaveIfAllEndedAsync(context);
    }

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        LeaveIfAllEndedAsync(context);

    private static ValueTask LeaveIfAllEndedAsync(ActivityContext context) =>
        context.Execution.AwaitedChildren.Count > 0 || context.Execution.Children.Count > 0
            ? ValueTask.CompletedTask
            : context.CompleteAsync("Completed", ActivityDescriptor.Done);

    private static async ValueTask StartAsync(ActivityContext context, JsonNode? item, bool wait)
    {
        var key = ValueConversion.ToText(context.Input("defaultItemInputKey")) is { Length: > 0 } named ? named : "Item";
        var input = context.Input("input") as JsonObject ?? [];
        input["ParentInstanceId"] = context.Instance.Id;
        foreach (var (name, value) in item as JsonObject ?? new JsonObject { [key] = item?.DeepClone() })
            input[name] = value?.DeepClone();
        var correlation = context.Activity.Inputs.TryGetValue("correlationIdFunction", out var function)
            ? ValueConversion.ToText(context.Evaluate(function, "String", new JsonObject { [key] = item?.DeepClone() }))
            : "";
        await context.StartChildAsync(
            ValueConversion.ToText(context.Input("workflowDefinitionId")), input, correlation.Length > 0 ? correlation : null, wait);
    }
}
