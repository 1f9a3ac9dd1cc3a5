namespace FallWorkflow.Persistence;

/// <summary>How commits are written.</summary>
public sealed class PersistenceOptions
{
    /// <summary>
    /// Whether units of work that wait for the database at the same time share a commit. Each stays atomic by itself and
    /// is answered after the commit. Default true; SQL Server writes each by itself in any case.
    /// </summary>
    public bool GroupCommit { get; init; } = true;

    /// <summary>Units of work that share a commit at most, 1 to 1000, default 64. More: later answers for the first of them.</summary>
    public int MaxGroup { get; init; } = 64;
}
