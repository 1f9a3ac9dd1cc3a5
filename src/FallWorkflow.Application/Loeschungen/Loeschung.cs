namespace FallWorkflow.Application.Loeschungen;

/// <summary>
/// A confirmed deletion of an Akte (R90): first the order, committed with the confirmation, then the record that it was carried
/// out. It names nobody: neither number nor name of the Fall, and of the person who confirmed only the role.
/// </summary>
public sealed class Loeschung
{
    public required Guid Id { get; init; }

    /// <summary>The Fall that is to be deleted; null once it is.</summary>
    public Guid? Akte { get; set; }

    public required string BueroId { get; init; }

    /// <summary>How the Fall ended, for example <c>Beendet</c> or <c>NichtAufgenommen</c>.</summary>
    public required string Ausgang { get; init; }

    /// <summary>Day from which the period counted; null if none did.</summary>
    public DateOnly? FristAb { get; init; }

    /// <summary>The period that had ended, as text of a Frist; null if none was set.</summary>
    public string? Frist { get; init; }

    /// <summary>Role of the person who confirmed.</summary>
    public required string BestaetigtVonRolle { get; init; }

    /// <summary>Instant (UTC).</summary>
    public required DateTimeOffset BestaetigtAm { get; init; }

    /// <summary>Instant (UTC); null until it is carried out.</summary>
    public DateTimeOffset? GeloeschtAm { get; set; }

    /// <summary>Rows that were deleted.</summary>
    public int Datensaetze { get; set; }
}
