namespace FallWorkflow.Application.Simulation;

/// <summary>What came out of many simulations of the same definitions.</summary>
/// <param name="Definition">Id of the definition the simulations were asked for.</param>
/// <param name="Cases">How many Faelle were simulated.</param>
/// <param name="From">Earliest handover.</param>
/// <param name="To">Latest day that was simulated.</param>
/// <param name="Events">Events of all calendars together.</param>
/// <param name="Summary">How often each kind of event happened, over all Faelle.</param>
/// <param name="PerCase">The same for each kind: least, mean and most in one Fall.</param>
public sealed record Sammelergebnis(
    string Definition, int Version, int Cases, DateOnly From, DateOnly To, long Events,
    IReadOnlyDictionary<string, long> Summary, IReadOnlyDictionary<string, Spanne> PerCase);

/// <summary>How often something happened in one Fall.</summary>
public sealed record Spanne(int Least, double Mean, int Most);
