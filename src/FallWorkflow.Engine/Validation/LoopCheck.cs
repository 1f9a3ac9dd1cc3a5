using System.Globalization;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>Loops that are no flowcharts, and steps of a sequence behind one that ends it.</summary>
internal static class LoopCheck
{
    private static readonly string[] Ends = ["Elsa.End", "Elsa.Finish", "Elsa.Complete", "Elsa.Fault", "Elsa.Break"];

    private static readonly string[] Changes = ["Elsa.SetVariable", "Elsa.RunJavaScript", "Elsa.Break", "Elsa.Finish", "Elsa.Complete", "Elsa.Fault"];

    public static void Run(Validation validation, PlanNode node)
    {
        if (node.Definition.Type == "Elsa.While" && !FlowCheck.Waits(node) && !node.Children.Any(MayEnd))
            validation.Add(node, null, "RestlessLoop", "RestlessLoopRemedy");
        if (node.Definition.Type == "Elsa.For" && node.Definition.Inputs.TryGetValue("step", out var step) && step.Type == "Literal"
            && double.TryParse(ValueConversion.ToText(step.Value), CultureInfo.InvariantCulture, out var by) && by == 0)
            validation.Add(node, "step", "ZeroStep", "ZeroStepRemedy");
        if (node.Definition.Type != "Elsa.Sequence")
            return;
        var end = node.Children.Select(c => c.Definition.Type).TakeWhile(t => !Ends.Contains(t)).Count();
        foreach (var child in node.Children.Skip(end + 1))
            validation.Add(child, null, "Unreachable", "UnreachableAfterEndRemedy", Validation.NameOf(node.Children[end].Definition));
    }

    // Whatever changes a variable, or leaves, may end the loop.
    private static bool MayEnd(PlanNode node) =>
        node.Activity is null or WorkflowActivity
        || Changes.Contains(node.Definition.Type)
        || node.Definition.Outputs.Count > 0
        || node.Definition.Inputs.Values.Any(e => e.Type == "JavaScript" && ValueConversion.ToText(e.Value).Contains("set", StringComparison.Ordinal))
        || node.Definition.Inputs.Values.Any(e => e.Type == "JavaScript" && ValueConversion.ToText(e.Value).Contains("variables.", StringComparison.Ordinal))
        || node.Children.Any(MayEnd);
}
