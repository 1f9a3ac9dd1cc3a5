using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Execution;

/// <summary>
/// One transaction's worth of engine work: everything that a command, message or timer sets in motion until all
/// instances wait again. <paramref name="host"/> is handed through to the activities of the host untouched.
/// </summary>
public sealed class Burst(IEngineStore store, object? host = null)
{
    public IEngineStore Store { get; } = store;

    /// <summary>The host's own scope for this transaction; its activities cast it. The engine never looks inside.</summary>
    public object? Host { get; } = host;

    /// <summary>
    /// Bookmarks that stimuli of this burst may reach; null: all. A host limits a burst that has not locked everything its
    /// stimuli could touch.
    /// </summary>
    public Func<Bookmark, bool>? Reaches { get; init; }

    /// <summary>Ids of the instances that this burst has changed so far.</summary>
    public ISet<string> Changed { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Instances that this burst stopped by an incident, for the host to tell somebody.</summary>
    public IList<(WorkflowInstance Instance, Incident Incident)> Faults { get; } = [];
}
