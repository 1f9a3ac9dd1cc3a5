using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>An activity of the engine itself; its context is always the engine's own.</summary>
internal abstract class BuiltInActivity : IActivity
{
    public abstract ActivityDescriptor Descriptor { get; }

    public ValueTask ExecuteAsync(IActivityContext context) => ExecuteAsync((ActivityContext)context);

    public ValueTask ResumeAsync(IActivityContext context, Resumption resumption) => ResumeAsync((ActivityContext)context, resumption);

    protected abstract ValueTask ExecuteAsync(ActivityContext context);

    protected virtual ValueTask ResumeAsync(ActivityContext context, Resumption resumption) =>
        throw new InvalidOperationException($"{Descriptor.TypeName} does not wait.");
}
