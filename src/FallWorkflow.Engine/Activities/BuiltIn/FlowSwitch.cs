using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class FlowSwitch : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.FlowSwitch", "Fallunterscheidung", Categories.Branching, "Verzweigt nach der ersten oder nach allen Bedingungen, die zutreffen.",
        [new("mode", "String", "Modus", "MatchFirst: nur die erste Bedingung, die zutrifft; MatchAny: alle.", Options: SwitchCases.Modes)],
        ["Default"],
        activity => SwitchCases.Of(activity).Select(c => c.Label));

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var matches = SwitchCases.Matching(context);
        return context.CompleteAsync(matches.Count == 0 ? ["Default"] : [.. matches.Select(c => c.Label)]);
    }
}
