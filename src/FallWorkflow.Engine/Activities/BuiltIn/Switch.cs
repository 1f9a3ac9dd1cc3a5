using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Runs the activities of the matching cases; inside a flowchart it leaves by Done only.</summary>
internal sealed class Switch : BuiltInActivity, IContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Switch", "Auswahl", Categories.Branching, "Führt den Schritt der ersten Bedingung aus, die zutrifft, oder die Schritte aller.",
        [new("mode", "String", "Modus", "MatchFirst: nur die erste Bedingung, die zutrifft; MatchAny: alle.", Options: SwitchCases.Modes)],
        [ActivityDescriptor.Done]);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        var matches = SwitchCases.Matching(context);
        var chosen = matches.Count > 0
            ? matches.Select(c => c.ActivityId)
            : [JsonShape.Property(context.Activity.Source, "default") is JsonObject fallback ? JsonShape.Text(fallback, "id") : null];
        var scheduled = 0;
        foreach (var id in chosen)
        {
            if (context.Node.Child(id) is not { } child)
                continue;
            context.Schedule(child);
            scheduled++;
        }

        if (scheduled == 0)
            await context.CompleteAsync();
    }

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        context.Execution.Children.Count == 0 ? context.CompleteAsync() : ValueTask.CompletedTask;
}
