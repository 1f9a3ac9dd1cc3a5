namespace FallWorkflow.Application.Ports;

/// <summary>Open tasks as the daily overview needs them.</summary>
public interface ITagesaufgaben
{
    /// <summary>Open tasks of an office, and those of other offices that are assigned to its people.</summary>
    Task<IReadOnlyList<Tagesaufgabe>> OffeneAsync(string bueroId, CancellationToken cancellation = default);
}

/// <summary>An open task without anything about the person whose Fall it is.</summary>
/// <param name="ZustaendigId">Null: anybody of the role in the office.</param>
/// <param name="FaelligAm">Last day in time.</param>
/// <param name="RuhtVon">Held by a pause from this day …</param>
/// <param name="RuhtBis">… up to and including this day.</param>
public sealed record Tagesaufgabe(
    Guid Id,
    string Fallnummer,
    string BueroId,
    string Titel,
    string Rolle,
    string? ZustaendigId,
    DateTimeOffset ErstelltAm,
    DateOnly? FaelligAm,
    DateOnly? RuhtVon,
    DateOnly? RuhtBis);
