using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <param name="ActivityId">Activity inside the case; null in a flowchart switch.</param>
internal sealed record SwitchCase(string Label, ExpressionDefinition Condition, string? ActivityId);

/// <summary>The cases of Switch and FlowSwitch.</summary>
internal static class SwitchCases
{
    public static readonly string[] Modes = ["MatchFirst", "MatchAny"];

    public static List<SwitchCase> Of(ActivityDefinition activity)
    {
        List<SwitchCase> cases = [];
        foreach (var item in JsonShape.List(activity.Source, "cases").OfType<JsonObject>())
        {
            var condition = JsonShape.Property(item, "condition") as JsonObject;
            if (condition is not null && JsonShape.Property(condition, "expression") is JsonObject wrapped)
                condition = wrapped;
            cases.Add(new SwitchCase(
                JsonShape.Text(item, "label") ?? "",
                condition is null ? new ExpressionDefinition("Literal", null) : DefinitionReader.Expression(condition),
                JsonShape.Property(item, "activity") is JsonObject inner ? JsonShape.Text(inner, "id") : null));
        }

        return cases;
    }

    public static List<SwitchCase> Matching(ActivityContext context)
    {
        var first = ValueConversion.ToText(context.Input("mode")) != "MatchAny";
        List<SwitchCase> matches = [];
        foreach (var item in Of(context.Activity))
        {
            if (!ValueConversion.ToBoolean(context.Evaluate(item.Condition, "Boolean")))
                continue;
            matches.Add(item);
            if (first)
                break;
        }

        return matches;
    }
}
