namespace FallWorkflow.Engine.Replay;

/// <summary>Whether a definition does today what its journal says.</summary>
/// <param name="Difference">The first entry that differs, with both sides; null if all are the same.</param>
/// <param name="Entries">Entries that were the same.</param>
public sealed record ReplayResult(string? Difference, int Entries)
{
    public bool IsSame => Difference is null;
}
