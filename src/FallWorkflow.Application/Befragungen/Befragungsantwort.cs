namespace FallWorkflow.Application.Befragungen;

/// <summary>One answered survey (R80): ratings from 1 (trifft nicht zu) to 5 (trifft voll zu), null where a question was left out.</summary>
public sealed class Befragungsantwort
{
    /// <summary>Random: an id that grows with time would say when it was given.</summary>
    public required Guid Id { get; init; }

    public required string BueroId { get; init; }

    /// <summary>First day of the month in which the survey was offered.</summary>
    public required DateOnly Monat { get; init; }

    /// <summary>I was treated with respect.</summary>
    public int? Respekt { get; init; }

    /// <summary>I understood what was happening.</summary>
    public int? Verstaendlichkeit { get; init; }

    /// <summary>The goals were mine.</summary>
    public int? Mitbestimmung { get; init; }

    /// <summary>The help was of use to me.</summary>
    public int? Unterstuetzung { get; init; }

    /// <summary>All in all I am satisfied.</summary>
    public int? Zufriedenheit { get; init; }
}
