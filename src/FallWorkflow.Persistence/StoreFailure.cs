namespace FallWorkflow.Persistence;

/// <summary>How a failure of the database is answered.</summary>
internal enum StoreFailure
{
    /// <summary>A defect; passed on as it is.</summary>
    Unknown,

    /// <summary>Somebody else was faster: a version, a fence or a unique key; a new attempt may succeed at once.</summary>
    Conflict,

    /// <summary>The database is away, locked or shutting down; a new attempt makes sense later.</summary>
    Unavailable,
}
