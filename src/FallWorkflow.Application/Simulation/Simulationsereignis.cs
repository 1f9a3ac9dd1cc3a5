namespace FallWorkflow.Application.Simulation;

/// <summary>One line of a simulated calendar.</summary>
/// <param name="Date">Legal date at the office.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="Fall">Number of the Fall.</param>
/// <param name="Kind">One of <see cref="Verlauf.Verlaufsarten"/>, or <c>EingabeAbgelehnt</c>.</param>
public sealed record Simulationsereignis(DateOnly Date, DateTimeOffset At, string Fall, string Kind, string Title, string? Detail);

/// <summary>What came out of a simulation.</summary>
/// <param name="Definition">Id of the definition the simulation was asked for.</param>
/// <param name="Summary">How often each kind of event happened, by kind.</param>
public sealed record Simulationsergebnis(
    string Definition, int Version, DateOnly From, DateOnly To, IReadOnlyList<Simulationsereignis> Events, IReadOnlyDictionary<string, int> Summary);
