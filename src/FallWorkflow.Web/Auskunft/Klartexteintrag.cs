namespace FallWorkflow.Web.Auskunft;

/// <summary>An entry of the Akte in plain German.</summary>
/// <param name="Berichtigt">Number of the entry that this one corrects.</param>
/// <param name="ErsetztDurch">Number of the entry that corrects this one.</param>
/// <param name="Besprechung">Whether it is final and was discussed (R24); null where there is nothing to discuss.</param>
internal sealed record Klartexteintrag(
    Guid Id, long Nr, string Titel, DateOnly WirksamAm, DateTimeOffset ErfasstAm, string ErfasstVon, string? Begruendung, long? Berichtigt, long? ErsetztDurch,
    string? Besprechung, IReadOnlyList<Klartextangabe> Angaben);
