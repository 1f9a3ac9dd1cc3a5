namespace FallWorkflow.Application.Verlauf;

/// <summary>Something that happened in or to a Fall, in the order of happening; what timelines and simulated calendars show.</summary>
public sealed class Verlaufsereignis
{
    public required Guid Id { get; init; }

    public required Guid FallId { get; init; }

    /// <summary>Legal date of the event at the office.</summary>
    public required DateOnly Datum { get; init; }

    /// <summary>Instant (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="Verlaufsarten"/>.</summary>
    public required string Art { get; init; }

    /// <summary>German title.</summary>
    public required string Titel { get; init; }

    public string? Detail { get; init; }

    /// <summary>Task, entry or referral that the event is about.</summary>
    public string? Bezug { get; init; }
}
