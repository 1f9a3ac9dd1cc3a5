using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class FlowFork : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.FlowFork", "Gabelung", Categories.Branching, "Beginnt mehrere Zweige zugleich.",
        [new("branches", "String[]", "Zweige", "Namen der Ausgänge, die zugleich beginnen.")],
        [ActivityDescriptor.Done],
        activity => Branches(activity.Inputs.TryGetValue("branches", out var e) ? e.Value : null) ?? []);

    protected override ValueTask ExecuteAsync(ActivityContext context) =>
        // An empty list is a list: then no branch begins.
        context.CompleteByAsync(context.Input("branches") is { } given && Branches(given) is { } branches ? [.. branches] : [ActivityDescriptor.Done]);

    // As in Elsa, a plain text is the name of the only branch.
    private static IEnumerable<string>? Branches(JsonNode? value) => ValueConversion.To("String[]", value) switch
    {
        JsonArray list => list.Select(ValueConversion.ToText),
        JsonValue text when ValueConversion.ToText(text) is var name && !string.IsNullOrWhiteSpace(name) => [name],
        _ => null,
    };
}
