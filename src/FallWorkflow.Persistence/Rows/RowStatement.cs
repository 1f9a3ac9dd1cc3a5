namespace FallWorkflow.Persistence.Rows;

/// <summary>A statement of a fixed form, prepared once per connection; its parameters take the columns' values in this order.</summary>
/// <param name="many">Makes the statement for several rows; null where it reads.</param>
internal sealed class RowStatement(string sql, IReadOnlyList<RowColumn> parameters, Func<string>? many = null)
{
    private static int _last;

    private string? _many;

    public string Sql { get; } = sql;

    public IReadOnlyList<RowColumn> Parameters { get; } = parameters;

    /// <summary>The statement for as many rows as its parameters' arrays have places.</summary>
    public string Many => _many ??= many?.Invoke() ?? throw new NotSupportedException(Sql);

    /// <summary>Tells statements apart in the names of batches.</summary>
    public char Number { get; } = (char)Interlocked.Increment(ref _last);
}
