using System.Data.Common;

namespace FallWorkflow.Persistence.Rows;

/// <summary>A statement that reads whole rows of one table, each with the row of another one to which it points.</summary>
/// <param name="ReadTarget">Reads the second row of a line.</param>
internal sealed record RowJoin<T, TTarget>(RowMap<T> Map, RowMap<TTarget> Target, RowStatement Statement, Func<DbDataReader, TTarget> ReadTarget)
    where T : class
    where TTarget : class
{
    /// <summary>Place of the first column of the second row.</summary>
    public int Second => Map.Columns.Count;
}
