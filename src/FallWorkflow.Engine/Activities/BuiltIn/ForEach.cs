using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Runs its body for one item after the other. The items are evaluated once, when the loop begins, so a change to the
/// list does not reach a loop under way. The body sees the variables CurrentValue and CurrentIndex (from 0).
/// </summary>
internal sealed class ForEach : LoopActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.ForEach", "Für jedes Element", Categories.Loops, "Führt den Schritt für jedes Element einer Liste aus, eins nach dem anderen.",
        [new("items", "ICollection<object>", "Liste", "Die Elemente.", Required: true)],
        [ActivityDescriptor.Done]);

    protected override ValueTask NextAsync(ActivityContext context)
    {
        var state = context.State;
        if (!state.ContainsKey("items"))
            state["items"] = context.Activity.Inputs.ContainsKey("items") ? Items(context.Input("items")) : new JsonArray();
        var items = state["items"]!.AsArray();
        var index = state["i"]?.GetValue<int>() ?? 0;
        if (index >= items.Count)
            return context.CompleteAsync();

        context.SetOutput("currentValue", items[index]);
        if (Body(context) is not { } body)
            return context.CompleteAsync();
        state["i"] = index + 1;
        context.Schedule(body, iteration: Iteration.Of(items[index], index));
        return ValueTask.CompletedTask;
    }

    // As recorded from .NET's conversions: a text that is no JSON list is a list of its characters; nothing else counts as a list.
    private static JsonArray Items(JsonNode? value) => value switch
    {
        JsonArray list => (JsonArray)list.DeepClone(),
        JsonValue text when text.GetValueKind() == JsonValueKind.String && IsPlain(text.GetValue<string>()) =>
            [.. text.GetValue<string>().Select(c => JsonValue.Create(c.ToString()))],
        _ => throw new ExpressionException($"'{ValueConversion.ToText(value)}' is no list."),
    };

    private static bool IsPlain(string text) => !string.IsNullOrWhiteSpace(text) && text.TrimStart()[0] is not ('[' or '{');
}
