namespace FallWorkflow.Domain.Akte;

/// <summary>One entry of the append-only Akte.</summary>
/// <param name="Nr">Position in the Akte, from 1, without gaps.</param>
/// <param name="WirksamAm">The day the fact concerns (effective date).</param>
/// <param name="ErfasstAm">The instant it was recorded (UTC).</param>
/// <param name="ErfasstVon">Id of the person or process that recorded it.</param>
/// <param name="Berichtigt">Entry that this one supersedes; the older one stays readable.</param>
/// <param name="Begruendung">Reason of a correction, a departure from a default or a late record.</param>
public sealed record Eintrag(
    Guid Id,
    long Nr,
    DateOnly WirksamAm,
    DateTimeOffset ErfasstAm,
    string ErfasstVon,
    Tatsache Tatsache,
    Guid? Berichtigt = null,
    string? Begruendung = null);
