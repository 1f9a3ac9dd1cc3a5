namespace FallWorkflow.Engine.Replay;

/// <summary>A host activity failed when the journal was recorded; it fails again with the same words.</summary>
internal sealed class ReplayedFault(string message, string name) : Exception(message)
{
    /// <summary>Name of the exception type of then.</summary>
    public string Name { get; } = name;
}
