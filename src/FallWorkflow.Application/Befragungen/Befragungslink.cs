namespace FallWorkflow.Application.Befragungen;

/// <summary>
/// A one-time link to the survey (R80). Links are made in stock and handed out by people, so that nothing stored says to whom
/// one went: it knows its office, and nothing of Fall, person, or who made it when.
/// </summary>
public sealed class Befragungslink
{
    /// <summary>SHA-256 of the secret in the link, in hexadecimal digits; the secret itself is not stored.</summary>
    public required string Pruefsumme { get; init; }

    public required string BueroId { get; init; }

    /// <summary>Last day on which it can be answered, the end of a quarter.</summary>
    public required DateOnly GueltigBis { get; init; }
}
