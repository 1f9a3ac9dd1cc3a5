using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>For sequences: runs the activity that is drawn for the status code, for any other, or for a failure.</summary>
internal sealed class SendHttpRequest : SendHttpRequestBase, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.SendHttpRequest", "HTTP-Aufruf", Categories.Events, "Ruft einen erlaubten Rechner auf und wartet auf die Antwort.",
        CommonInputs, [ActivityDescriptor.Done])
    { Waits = true };

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        context.CompleteAsync();

    protected override ValueTask StatusAsync(ActivityContext context, int status)
    {
        var matching = JsonShape.List(context.Activity.Source, "expectedStatusCodes").OfType<JsonObject>()
            .FirstOrDefault(c => StatusOf(JsonShape.Property(c, "statusCode")) == status);
        return RunAsync(context, matching is null
            ? JsonShape.Property(context.Activity.Source, "unmatchedStatusCode")
            : JsonShape.Property(matching, "activity"));
    }

    protected override ValueTask UnreachableAsync(ActivityContext context) =>
        RunAsync(context, JsonShape.Property(context.Activity.Source, "failedToConnect"));

    protected override ValueTask TimedOutAsync(ActivityContext context) =>
        RunAsync(context, JsonShape.Property(context.Activity.Source, "timeout"));

    private static ValueTask RunAsync(ActivityContext context, JsonNode? drawn)
    {
        if (drawn is not JsonObject activity || context.Node.Child(JsonShape.Text(activity, "id")) is not { } child)
            return context.CompleteAsync();
        context.Schedule(child);
        return ValueTask.CompletedTask;
    }
}
