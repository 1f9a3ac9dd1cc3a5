using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Migration;

/// <summary>A copy of the rows of one correlation, and of what was started from it, at one moment.</summary>
/// <param name="Open">Instances that run or stand still.</param>
/// <param name="Sequences">Last journal entry of all instances, ended ones included, by id.</param>
public sealed record Standing(
    IReadOnlyList<WorkflowInstance> Open, IReadOnlyDictionary<string, long> Sequences, IReadOnlyList<Bookmark> Bookmarks, IReadOnlyList<WorkflowTimer> Timers);
