namespace FallWorkflow.Engine.Execution;

/// <summary>An instance is open but nothing can ever wake it; <see cref="Activities"/> wait for branches that nobody took.</summary>
public sealed class WorkflowStuckException(IReadOnlyList<string> activities)
    : Exception($"Nothing can wake this workflow any more: {string.Join(", ", activities.Select(a => $"'{a}'"))} waits for a branch that was not taken.")
{
    public IReadOnlyList<string> Activities { get; } = activities;
}
