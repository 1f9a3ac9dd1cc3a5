namespace FallWorkflow.Persistence.Model;

/// <summary>One entry of the append-only Akte.</summary>
internal sealed class EintragRow
{
    public required Guid Id { get; init; }

    public required Guid FallId { get; init; }

    public required long Nr { get; init; }

    public required DateOnly WirksamAm { get; init; }

    public required DateTimeOffset ErfasstAm { get; init; }

    public required string ErfasstVon { get; init; }

    /// <summary>Wire name of the fact.</summary>
    public required string Art { get; init; }

    /// <summary>The fact as JSON, in the form of <see cref="Domain.Akte.TatsachenKatalog"/>.</summary>
    public required string Daten { get; init; }

    /// <summary>What a report counts within an Art (the form of a contact), so that no database has to read JSON.</summary>
    public string? Merkmal { get; init; }

    public Guid? Berichtigt { get; init; }

    public string? Begruendung { get; init; }
}
