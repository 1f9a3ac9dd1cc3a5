namespace FallWorkflow.Domain.Faelle;

/// <summary>An assisting service that was rendered with the client's permission (R53).</summary>
public sealed record Assistenz(DateOnly Am, Assistenzart Art, string Was);
