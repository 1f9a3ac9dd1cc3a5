namespace FallWorkflow.Application.Erinnerungen;

/// <summary>A reminder that a process has decided to give; the jobs deliver it. Our row is the truth, a job's trigger only a copy.</summary>
public sealed class Erinnerung
{
    public required Guid Id { get; init; }

    /// <summary>Idempotency key: activity execution and iteration, or the digest's recipient and day.</summary>
    public required string Schluessel { get; init; }

    public Guid? FallId { get; init; }

    public required string BueroId { get; init; }

    /// <summary>Role that is reminded; <see cref="Termine.Terminpost.Rolle"/> is the client, whose address stands in the Akte.</summary>
    public required string Rolle { get; init; }

    /// <summary>Person who is reminded; null: everybody of the role in the office.</summary>
    public string? EmpfaengerId { get; init; }

    public required string Betreff { get; init; }

    public required string Text { get; init; }

    /// <summary>Instant (UTC) from which it is delivered.</summary>
    public required DateTimeOffset FaelligAt { get; init; }

    public DateTimeOffset? ZugestelltAt { get; set; }

    /// <summary>Attempts begun, at most <see cref="Zustellversuche.Hoechstzahl"/>.</summary>
    public int Versuche { get; set; }

    /// <summary>Real time before which nobody tries (again): end of an attempt's claim, or of the wait after a failed one.</summary>
    public DateTimeOffset? FruehestensAm { get; set; }

    public string? LetzterFehler { get; set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; set; }

    /// <summary>Given up after the last attempt; shown to operators, who can have it tried again.</summary>
    public bool Gescheitert => ZugestelltAt is null && Versuche >= Zustellversuche.Hoechstzahl;
}
