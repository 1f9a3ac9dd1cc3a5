using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities;

/// <summary>An activity that runs other activities and decides what comes after each.</summary>
internal interface IContainerActivity : IActivity
{
    ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes);
}
