namespace FallWorkflow.Application.Befragungen;

/// <summary>A one-time link to the survey (R80). It knows office and month, and nothing of Fall, person or day.</summary>
public sealed class Befragungslink
{
    /// <summary>SHA-256 of the secret in the link, in hexadecimal digits; the secret itself is not stored.</summary>
    public required string Pruefsumme { get; init; }

    public required string BueroId { get; init; }

    /// <summary>First day of the month in which the survey was offered.</summary>
    public required DateOnly Monat { get; init; }

    /// <summary>Last day on which it can be answered, the end of a month.</summary>
    public required DateOnly GueltigBis { get; init; }
}
