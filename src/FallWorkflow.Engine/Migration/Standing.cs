using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Migration;

/// <summary>A copy of the rows of one correlation at one moment.</summary>
/// <param name="Open">Instances that run or stand still.</param>
/// <param name="Ids">Ids of all instances, ended ones included.</param>
public sealed record Standing(
    IReadOnlyList<WorkflowInstance> Open, IReadOnlySet<string> Ids, IReadOnlyList<Bookmark> Bookmarks, IReadOnlyList<WorkflowTimer> Timers);
