namespace FallWorkflow.Persistence.Rows;

/// <summary>A statement with its values: those of one row, or an array per column for several rows.</summary>
internal sealed record RowCommand(RowStatement Statement, object[] Values, bool MustFind, bool IsMany)
{
    public string Sql => IsMany ? Statement.Many : Statement.Sql;

    public static RowCommand One(RowChange change) => new(change.Statement, change.Values, !change.IsInsert, false);

    /// <summary>As few commands as possible for these changes, one for each statement.</summary>
    public static IReadOnlyList<RowCommand> Of(IEnumerable<RowChange> changes) => [.. changes.GroupBy(c => c.Statement).Select(group =>
    {
        var rows = group.ToList();
        return rows.Count == 1
            ? One(rows[0])
            : new RowCommand(group.Key, [.. group.Key.Parameters.Select((column, i) => column.ToArray(rows.Count, row => rows[row].Values[i]))], !rows[0].IsInsert, true);
    })];
}
