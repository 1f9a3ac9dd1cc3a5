namespace FallWorkflow.Domain.Faelle;

/// <summary>What an assessment says about the service of a partner (R22).</summary>
public sealed record Leistungsbild(string ZuweisungId, string Einschaetzung);
