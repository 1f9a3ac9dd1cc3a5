using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class Start : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Start", "Start", Categories.Flow, "Hier beginnt das Ablaufdiagramm.", [], [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context) => context.CompleteAsync();
}
