namespace FallWorkflow.Application.Auswertungen;

/// <summary>How many Fälle of the period have so many areas of needs (R82).</summary>
public sealed record Bedarfsanzahl(int Bereiche, int Faelle);
