namespace FallWorkflow.Application.Befragungen;

/// <summary>What the surveys of an office say (R80). Means are from 1 to 5, null below <see cref="Mindestzahl"/> answers to the question.</summary>
/// <param name="Antworten">Answered surveys; null between 1 and 4.</param>
public sealed record Befragungssumme(
    int? Antworten, double? Respekt, double? Verstaendlichkeit, double? Mitbestimmung, double? Unterstuetzung, double? Zufriedenheit)
{
    /// <summary>Below this number nothing is shown: few answers could be told apart.</summary>
    public const int Mindestzahl = 5;
}
