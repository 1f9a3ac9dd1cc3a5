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

    /// <summary>As in Elsa, every condition is evaluated, also those behind the first that holds: a broken one fails at once.</summary>
    public static List<SwitchCase> Matching(ActivityContext context)
    {
        var all = ValueConversion.ToText(context.Input("mode")) switch
        {
            "MatchAny" or "1" => true,
            "MatchFirst" or "0" or "" => false,
            var other => throw new ExpressionException($"Failed to evaluate activity input 'Mode': there is no mode '{other}'."),
        };
        List<SwitchCase> matches = [.. Of(context.Activity).Where(c => ValueConversion.ToBoolean(context.Evaluate(c.Condition, "Boolean")))];
        return all ? matches : matches[..Math.Min(matches.Count, 1)];
    }
}
