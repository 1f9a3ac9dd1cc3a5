namespace FallWorkflow.Application.Versionen;

/// <summary>
/// One Versionswechsel that somebody ordered: what is to move where, by whom and why. Its Fälle are <see cref="Wechselfall"/>
/// rows; workers take them one after the other, and everything that is left after a crash stands in the rows.
/// </summary>
public sealed class Wechsel
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Number of the version that the Fälle are moved from.</summary>
    public required int Von { get; init; }

    public required int Nach { get; init; }

    /// <summary>Mapping as JSON, see <see cref="Wechselauftrag.ReadZuordnung"/>.</summary>
    public required string Zuordnung { get; init; }

    public required bool FristenNeu { get; init; }

    public required string Grund { get; init; }

    public required string AkteurId { get; init; }

    /// <summary>Instant (UTC) of the order.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>There may be something left to do; workers look for it.</summary>
    public bool Arbeitet { get; set; }

    /// <summary>Somebody stopped it; what has moved stays so, the others wait until it goes on.</summary>
    public DateTimeOffset? AngehaltenAm { get; set; }

    public string? AngehaltenVon { get; set; }

    /// <summary>Worker that has it for a while.</summary>
    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Grows with every claim, so that a worker that froze does nothing more.</summary>
    public long Fence { get; set; }
}
