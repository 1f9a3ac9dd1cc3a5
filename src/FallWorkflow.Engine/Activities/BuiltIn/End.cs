using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Completes the container it sits in; the containers look for it (<see cref="ITerminalActivity"/>).</summary>
internal sealed class End : BuiltInActivity, ITerminalActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.End", "Ende", Categories.Flow, "Beendet den umgebenden Ablauf; wartende Zweige darin entfallen.", [], [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context) => context.CompleteAsync();
}
