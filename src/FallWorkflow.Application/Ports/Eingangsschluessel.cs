namespace FallWorkflow.Application.Ports;

/// <summary>An entry of the inbox that a store makes together with what it is asked to write.</summary>
/// <param name="At">Process time (UTC); entries are removed by age.</param>
public sealed record Eingangsschluessel(string Schluessel, DateTimeOffset At);
