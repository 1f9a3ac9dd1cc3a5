namespace FallWorkflow.Domain.Akte;

/// <summary>The circumstances under which a fact is recorded.</summary>
/// <param name="WirksamAm">Effective date; may lie before today, since records may be late.</param>
/// <param name="Heute">Today at the office.</param>
/// <param name="Jetzt">Now (UTC).</param>
/// <param name="Von">Id of the person or process.</param>
/// <param name="Begruendung">Reason for a departure from a default (R86) or for a correction.</param>
/// <param name="WochenendeBestaetigt">The effective date was confirmed although it is a Sunday or Feiertag.</param>
/// <param name="IstArbeitstag">Whether the effective date is a Werktag of the Land.</param>
/// <param name="Id">Id of the entry if it follows from what it records, so that a repetition is recognised for ever; null: a new one.</param>
public sealed record Erfassung(
    DateOnly WirksamAm,
    DateOnly Heute,
    DateTimeOffset Jetzt,
    string Von,
    string? Begruendung = null,
    bool WochenendeBestaetigt = false,
    bool IstArbeitstag = true,
    Guid? Id = null);
