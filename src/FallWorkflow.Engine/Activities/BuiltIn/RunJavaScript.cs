using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class RunJavaScript : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.RunJavaScript", "Skript ausführen", Categories.Values, "Führt JavaScript (ECMAScript 5) aus; setOutcome bestimmt den Ausgang.",
        [
            new("script", "String", "Skript", "Der Programmtext.", Required: true),
            new("possibleOutcomes", "String[]", "Mögliche Ausgänge", "Namen der Ausgänge, die das Skript setzen kann."),
        ],
        [ActivityDescriptor.Done],
        activity => activity.Inputs.TryGetValue("possibleOutcomes", out var e)
            && ValueConversion.To("String[]", e.Value) is System.Text.Json.Nodes.JsonArray list
            ? list.Select(ValueConversion.ToText)
            : []);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var result = context.RunScript(ValueConversion.ToText(context.Input("script")));
        // As in Elsa, a script without a value leaves the variable bound to its result as it is.
        if (result.Value is not null)
            context.SetOutput("result", result.Value);
        return context.CompleteByAsync(result.Outcomes ?? [ActivityDescriptor.Done]);
    }
}
