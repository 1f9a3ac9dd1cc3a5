using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Counts from start to end; a negative step counts down. The bounds are evaluated once, when the loop begins. The body
/// sees the current value as the variable CurrentValue.
/// </summary>
internal sealed class For : LoopActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.For", "Zählen", Categories.Loops, "Wiederholt den Schritt für jede Zahl von Anfang bis Ende.",
        [
            new("start", "Int32", "Anfang", "Erste Zahl; ohne Angabe 0."),
            new("end", "Int32", "Ende", "Letzte Zahl; ohne Angabe 0."),
            new("step", "Int32", "Schrittweite", "Eine negative Zahl zählt abwärts; ohne Angabe 1."),
            new("outerBoundInclusive", "Boolean", "Ende eingeschlossen", "Ob der Schritt auch für die letzte Zahl ausgeführt wird; ohne Angabe ja."),
        ],
        [ActivityDescriptor.Done]);

    protected override ValueTask NextAsync(ActivityContext context)
    {
        if (Body(context) is not { } body)
            return context.CompleteAsync();

        var state = context.State;
        if (!state.ContainsKey("to"))
        {
            state["next"] = Whole(context, "start", 0);
            state["to"] = Whole(context, "end", 0);
            state["by"] = Whole(context, "step", 1);
            state["with"] = context.Input("outerBoundInclusive") is not { } inclusive || ValueConversion.ToBoolean(inclusive);
        }

        var (current, end, step) = (Number(state, "next"), Number(state, "to"), Number(state, "by"));
        var inside = step >= 0 ? current < end : current > end;
        if (!inside && !(current == end && state["with"]!.GetValue<bool>()))
            return context.CompleteAsync();

        state["next"] = current + step;
        context.Schedule(body, iteration: Iteration.Of(JsonValue.Create(current)));
        context.SetOutput("currentValue", JsonValue.Create(current));
        return ValueTask.CompletedTask;
    }

    private static long Whole(ActivityContext context, string name, long otherwise) =>
        context.Input(name)?.GetValue<long>() ?? otherwise;

    // A number that has been through the stored state is a JSON number, one that has not is a long.
    private static long Number(JsonObject state, string name) => state[name]!.GetValue<long>();
}
