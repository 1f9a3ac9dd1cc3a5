namespace FallWorkflow.Persistence.Rows;

/// <summary>One row to insert, update or delete, in the form that the driver takes.</summary>
internal sealed record RowChange(RowMap Map, RowStatement Statement, object[] Values);
