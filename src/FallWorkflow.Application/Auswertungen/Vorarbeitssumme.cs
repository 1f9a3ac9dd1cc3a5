namespace FallWorkflow.Application.Auswertungen;

/// <summary>One kind of preparatory work and how often it was done in the period, and for how many Fälle (R79).</summary>
public sealed record Vorarbeitssumme(Vorarbeit Art, int Anzahl, int Faelle);
