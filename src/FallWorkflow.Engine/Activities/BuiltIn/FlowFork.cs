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
        activity => Branches(activity.Inputs.TryGetValue("branches", out var e) ? e.Value : null));

    protected override ValueTask ExecuteAsync(ActivityContext context) =>
        context.CompleteAsync([.. Branches(context.Input("branches"))]);

    private static IEnumerable<string> Branches(JsonNode? value)
    {
        if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
            value = ValueConversion.To("String[]", text);
        return value is JsonArray list ? list.Select(ValueConversion.ToText) : [];
    }
}
