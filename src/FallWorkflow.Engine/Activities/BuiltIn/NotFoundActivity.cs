using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Stands for an activity whose type nobody registered and whose original is lost or was never there; it fails when it is
/// reached, like the missing type itself. Publishing refuses it.
/// </summary>
internal sealed class NotFoundActivity : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        StandIn.TypeName, "Fehlender Schritt", Categories.Flow,
        "Steht für einen Schritt, dessen Typ es hier nicht gibt. Das Original bleibt erhalten; ausführen lässt es sich nicht.",
        [], [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context) =>
        throw new ActivityTypeUnknownException(StandIn.MissingType(context.Activity.Source));
}
