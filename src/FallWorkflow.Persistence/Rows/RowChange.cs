using FallWorkflow.Persistence.Model;

namespace FallWorkflow.Persistence.Rows;

/// <summary>One row to insert, update or delete, in the form that the driver takes.</summary>
internal sealed record RowChange(RowMap Map, RowStatement Statement, object[] Values)
{
    public bool IsInsert => Statement == Map.Insert;

    /// <summary>The head of a Fall, whose lock comes before all others and to which other rows point.</summary>
    public bool IsHead => Map is RowMap<FallRow>;
}
