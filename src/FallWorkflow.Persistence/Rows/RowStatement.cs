namespace FallWorkflow.Persistence.Rows;

/// <summary>A statement of a fixed form, prepared once per connection; its parameters take the columns' values in this order.</summary>
internal sealed class RowStatement(string sql, IReadOnlyList<RowColumn> parameters)
{
    private static int _last;

    public string Sql { get; } = sql;

    public IReadOnlyList<RowColumn> Parameters { get; } = parameters;

    /// <summary>The statement for as many rows as its parameters' arrays have places; null where the database has none.</summary>
    public string? Many { get; init; }

    /// <summary>Tells statements apart in the names of batches.</summary>
    public char Number { get; } = (char)Interlocked.Increment(ref _last);
}
