using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Leaves the nearest loop: what follows in the sequences and forks on the way there is passed over, and the loop begins
/// no further round. A flowchart on the way ends where Break is drawn in it. In a parallel loop it ends its own branch
/// only (Elsa also breaks whatever lies around that loop). Outside of a loop it ends the sequences around it.
/// </summary>
internal sealed class Break : BuiltInActivity, ITerminalActivity
{
    private const string Mark = "break";

    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Break", "Schleife verlassen", Categories.Loops, "Verlässt die umgebende Schleife.", [], [ActivityDescriptor.Done]);

    /// <summary>Whether a Break inside this container asked it to end.</summary>
    public static bool IsAsked(ActivityContext container) => container.State.ContainsKey(Mark);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        for (var container = context.Execution.Parent; container is not null; container = container.Parent)
        {
            if (container.Node.Activity is ParallelForEach)
                break;
            if (container.Node.Activity is Sequence or Fork or LoopActivity)
                container.State[Mark] = true;
            if (container.Node.Activity is LoopActivity)
                break;
        }

        return context.CompleteAsync();
    }
}
