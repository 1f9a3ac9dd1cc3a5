namespace FallWorkflow.Application.Simulation;

/// <summary>Takes simulated Fälle over into a real, new database; used for the demo only.</summary>
public interface IUebernahme
{
    /// <summary>All rows of all databases in one transaction. Messages count as sent and reminders as delivered.</summary>
    /// <param name="nummern">Highest running number of a Fall by year, so that new ones go on from there.</param>
    Task ImportAsync(IEnumerable<InMemoryDatabase> quellen, IReadOnlyDictionary<int, int> nummern, CancellationToken cancellation = default);
}
