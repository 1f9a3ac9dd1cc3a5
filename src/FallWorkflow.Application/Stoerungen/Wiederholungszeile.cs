namespace FallWorkflow.Application.Stoerungen;

/// <summary>A step that failed and is tried again by itself; nobody has to do anything yet.</summary>
/// <param name="Schritt">What stands on the canvas.</param>
/// <param name="Meldung">Why the last attempt failed.</param>
/// <param name="Versuch">Which of the automatic attempts comes next, from 1.</param>
/// <param name="Von">How many there are at most.</param>
public sealed record Wiederholungszeile(
    string InstanzId,
    string DefinitionId,
    string Prozess,
    int Version,
    Guid? FallId,
    string? FallNummer,
    string? BueroId,
    string ActivityId,
    string Schritt,
    string? Meldung,
    int? Versuch,
    int? Von,
    DateTimeOffset NaechsterVersuchAm);
