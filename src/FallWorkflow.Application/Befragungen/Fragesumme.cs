namespace FallWorkflow.Application.Befragungen;

/// <summary>Answers to one question of the survey (R80).</summary>
/// <param name="Anzahl">Who answered it; null if too few to show.</param>
/// <param name="Mittel">Mean from 1 to 5; null if nobody answered it, or too few.</param>
public sealed record Fragesumme(int? Anzahl, double? Mittel)
{
    public Fragesumme Hide(int mindestzahl) => Anzahl > 0 && Anzahl < mindestzahl ? new(null, null) : this;
}
