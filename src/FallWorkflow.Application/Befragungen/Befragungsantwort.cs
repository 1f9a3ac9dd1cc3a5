namespace FallWorkflow.Application.Befragungen;

/// <summary>One answered survey (R80): what <see cref="Fragebogen"/> says, office and quarter, and nothing of link, Fall, person or day.</summary>
public sealed class Befragungsantwort
{
    /// <summary>Random: an id that grows with time would say when it was given.</summary>
    public required Guid Id { get; init; }

    public required string BueroId { get; init; }

    /// <summary>First day of the quarter in which it was kept.</summary>
    public required DateOnly Quartal { get; init; }

    public int? Respekt { get; init; }

    public int? Verstaendlichkeit { get; init; }

    public int? Mitbestimmung { get; init; }

    public int? Unterstuetzung { get; init; }

    public int? Zufriedenheit { get; init; }

    public static DateOnly QuartalOf(DateOnly tag) => new(tag.Year, ((tag.Month - 1) / 3 * 3) + 1, 1);
}
