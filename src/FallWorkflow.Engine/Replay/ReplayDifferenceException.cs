namespace FallWorkflow.Engine.Replay;

/// <summary>The replay has left the recorded way; ends it.</summary>
internal sealed class ReplayDifferenceException(string message) : Exception(message);
