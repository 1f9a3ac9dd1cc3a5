using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class Finish : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Finish", "Prozess beenden", Categories.Flow, "Beendet den ganzen Prozess sofort; was noch wartet, entfällt.", [], []);

    protected override async ValueTask ExecuteAsync(ActivityContext context)
    {
        context.JournalStart();
        await context.FinishInstanceAsync();
    }
}
