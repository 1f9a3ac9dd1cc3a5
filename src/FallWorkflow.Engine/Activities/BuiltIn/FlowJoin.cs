using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class FlowJoin : BuiltInActivity
{
    public static readonly string[] Modes = ["WaitAny", "WaitAll", "WaitAllActive"];

    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.FlowJoin", "Zusammenführung", Categories.Branching,
        "Führt Zweige zusammen: WaitAny mit dem ersten (die übrigen wartenden entfallen), WaitAll mit allen, WaitAllActive mit allen begangenen.",
        [new("mode", "String", "Modus", "WaitAny, WaitAll oder WaitAllActive; ohne Angabe WaitAny.", Options: Modes)],
        [ActivityDescriptor.Done]);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        // A branch may have begun to wait between the moment the join was decided and its turn.
        if (context.Execution.Parent is { Node.Activity: Flowchart } flowchart)
            await Flowchart.JoinedAsync(context.Of(flowchart), context.Activity.Id);
        await context.CompleteAsync();
    }

    /// <summary>Without a mode a join waits for any.</summary>
    public static string Mode(ActivityContext flowchart, Definitions.PlanNode join) =>
        join.Definition.Inputs.TryGetValue("mode", out var expression)
            && ValueConversion.ToText(flowchart.Evaluate(expression, "String")) is { Length: > 0 } mode
            ? mode switch { "0" => "WaitAll", "1" => "WaitAllActive", "2" => "WaitAny", _ => mode }
            : "WaitAny";
}
