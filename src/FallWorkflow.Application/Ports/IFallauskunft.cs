namespace FallWorkflow.Application.Ports;

/// <summary>Everything that is stored about a Fall, table by table.</summary>
public interface IFallauskunft
{
    /// <summary>All rows that belong to the Fall, by table; tables without one are there and empty.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Datensatz>>> ReadAsync(Guid fallId, CancellationToken cancellation = default);
}

/// <summary>One row as it is stored.</summary>
/// <param name="Felder">Values by column.</param>
public sealed record Datensatz(IReadOnlyDictionary<string, object?> Felder);
