namespace FallWorkflow.Persistence.Rows;

/// <summary>A statement of a fixed form, prepared once per connection; its parameters take the columns' values in this order.</summary>
internal sealed record RowStatement(string Sql, IReadOnlyList<RowColumn> Parameters);

/// <summary>A statement that reads whole rows of one table.</summary>
internal sealed record RowQuery<T>(RowMap<T> Map, RowStatement Statement)
    where T : class;
