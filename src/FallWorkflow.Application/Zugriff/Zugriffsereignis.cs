namespace FallWorkflow.Application.Zugriff;

/// <summary>One access to social data (R88).</summary>
public sealed class Zugriffsereignis
{
    public required Guid Id { get; init; }

    /// <summary>Instant (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    public required string AkteurId { get; init; }

    /// <summary>Null where a list was read.</summary>
    public Guid? FallId { get; init; }

    /// <summary>What was done, for example <c>Gelesen</c> or <c>Uebermittelt</c>.</summary>
    public required string Art { get; init; }

    public required string Zweck { get; init; }

    /// <summary>Legal basis or consent.</summary>
    public string? Grundlage { get; init; }
}
