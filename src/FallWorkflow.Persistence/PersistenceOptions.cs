namespace FallWorkflow.Persistence;

/// <summary>How commits are written.</summary>
public sealed class PersistenceOptions
{
    /// <summary>
    /// Units of work that wait for the database at the same time and share a commit, at most; 1 to 1000, default 64. Each stays
    /// atomic by itself and is answered after the commit. 1: each has a commit of its own, as on SQL Server in any case. More:
    /// later answers for the first of a group.
    /// </summary>
    public int LargestGroup { get; init; } = 64;
}
