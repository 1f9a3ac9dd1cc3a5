namespace FallWorkflow.Application.Simulation;

/// <summary>Which entry of the Akte a step of a scenario corrects; the latest one where several match.</summary>
/// <param name="Tatsache">Wire name of the fact that was recorded wrongly.</param>
/// <param name="Vom">Effective date that it has now.</param>
public sealed record Szenarioberichtigung(string Tatsache, DateOnly Vom);
