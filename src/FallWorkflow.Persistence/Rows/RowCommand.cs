namespace FallWorkflow.Persistence.Rows;

/// <summary>A statement with its values, within a batch: those of one row, or an array per column for several rows.</summary>
internal sealed record RowCommand(RowStatement Statement, string Sql, object[] Values, bool IsMany = false)
{
    /// <summary>
    /// As few statements as possible for these changes. The order between statements stays; among the changes of one statement it does not
    /// matter, except for the heads of the Fälle: their order is that of the locks.
    /// </summary>
    public static IReadOnlyList<RowCommand> Of(IReadOnlyList<RowChange> changes)
    {
        var commands = new List<RowCommand>();
        var alike = new Dictionary<RowStatement, List<RowChange>>();
        foreach (var change in changes.Where(c => c.IsHead))
            commands.Add(One(change));
        foreach (var change in changes.Where(c => !c.IsHead))
        {
            if (!alike.TryGetValue(change.Statement, out var list))
                alike.Add(change.Statement, list = []);
            list.Add(change);
        }

        // Inserts come last: a row may take the place of one that is removed.
        foreach (var (statement, list) in alike.OrderBy(a => a.Value[0].IsInsert))
        {
            if (list.Count == 1)
                commands.Add(One(list[0]));
            else
                commands.Add(new(statement, statement.Many!, [.. statement.Parameters.Select((column, i) => column.ToArray(list.Count, row => list[row].Values[i]))], true));
        }

        return commands;
    }

    private static RowCommand One(RowChange change) => new(change.Statement, change.Statement.Strict!, change.Values);
}
