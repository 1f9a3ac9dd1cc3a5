using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>The condition is evaluated anew before every round.</summary>
internal sealed class While : LoopActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.While", "Solange", Categories.Loops, "Wiederholt den Schritt, solange die Bedingung zutrifft.",
        [new("condition", "Boolean", "Bedingung", "Wird vor jeder Runde neu ausgewertet.", Required: true)],
        [ActivityDescriptor.Done]);

    protected override ValueTask NextAsync(ActivityContext context)
    {
        // Without a body the condition itself may count; one that never turns false must not hang the burst.
        for (var round = 0; round < context.MaxSteps; round++)
        {
            if (!ValueConversion.ToBoolean(context.Input("condition")))
                return context.CompleteAsync();
            if (Body(context) is not { } body)
                continue;
            context.Schedule(body);
            return ValueTask.CompletedTask;
        }

        throw new InvalidOperationException($"More than {context.MaxSteps} rounds without a step.");
    }
}
