namespace FallWorkflow.Domain.Faelle;

/// <summary>One side's view of a topic; views of the same topic stand beside each other (R36).</summary>
public sealed record Sichtweise(string Thema, Sichtseite Wessen, string Sicht, DateOnly Am);
