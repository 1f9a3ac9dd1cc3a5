namespace FallWorkflow.Application.Prozesse;

/// <summary>
/// One thing that happened to the draft of a process definition: every saving, and what ended it. Rows are only ever added,
/// so that no work can be lost and everybody can see who published what, when and why (R85).
/// </summary>
public sealed class Entwurfsstand
{
    public required string DefinitionId { get; init; }

    /// <summary>Running number within the definition, from 1; who adds a number first wins.</summary>
    public required int Nr { get; init; }

    public required Entwurfsart Art { get; init; }

    /// <summary>Number that the draft has when it is published, or that was published or retracted.</summary>
    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The draft as it is from here on, as Elsa 3 JSON; null where there is none any more.</summary>
    public string? Json { get; init; }

    /// <summary>Instant (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    public required string AkteurId { get; init; }

    /// <summary>Why; given when something is asked for, declined, published or retracted, and where a state was restored.</summary>
    public string? Begruendung { get; init; }
}
