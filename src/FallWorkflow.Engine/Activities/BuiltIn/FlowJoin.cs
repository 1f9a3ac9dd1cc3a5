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

    protected override ValueTask ExecuteAsync(ActivityContext context) => context.CompleteAsync();

    /// <summary>Without a mode a join waits for any.</summary>
    public static string Mode(ActivityContext flowchart, Definitions.PlanNode join) =>
        join.Definition.Inputs.TryGetValue("mode", out var expression)
            && ValueConversion.ToText(flowchart.Evaluate(expression, "String")) is { Length: > 0 } mode
            ? mode switch { "0" => "WaitAny", "1" => "WaitAll", "2" => "WaitAllActive", _ => mode }
            : "WaitAny";
}
