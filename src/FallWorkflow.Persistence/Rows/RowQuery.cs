namespace FallWorkflow.Persistence.Rows;

/// <summary>A statement that reads whole rows of one table.</summary>
internal sealed record RowQuery<T>(RowMap<T> Map, RowStatement Statement)
    where T : class;
