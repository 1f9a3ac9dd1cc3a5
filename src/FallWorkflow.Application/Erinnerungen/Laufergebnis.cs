namespace FallWorkflow.Application.Erinnerungen;

/// <summary>What one run has delivered, and what it tried in vain; the latter is tried again by itself.</summary>
public sealed record Laufergebnis(int Zugestellt, int Fehlgeschlagen);
