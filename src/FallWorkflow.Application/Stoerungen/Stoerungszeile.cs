namespace FallWorkflow.Application.Stoerungen;

/// <summary>A process that an incident has stopped: the cause, and what a person can do about it.</summary>
/// <param name="InstanzId">The stopped process.</param>
/// <param name="Prozess">Its name.</param>
/// <param name="Schritte">The failed steps; mostly one.</param>
/// <param name="Abbrechbar">Always: a process that cannot go on any more can still be ended.</param>
public sealed record Stoerungszeile(
    string InstanzId,
    string DefinitionId,
    string Prozess,
    int Version,
    Guid? FallId,
    string? FallNummer,
    string? BueroId,
    DateTimeOffset Seit,
    IReadOnlyList<GestoerterSchritt> Schritte,
    bool Abbrechbar = true);

/// <param name="AusfuehrungId">Names the step among several; null if it cannot be done again.</param>
/// <param name="Schritt">What stands on the canvas.</param>
/// <param name="Meldung">The cause, as the step reported it.</param>
/// <param name="Versuche">Failed runs, those that were tried again by themselves included.</param>
/// <param name="Ausgaenge">By which the step may be left.</param>
/// <param name="Werte">Values that the step would have given the process; they may be given when it is skipped.</param>
public sealed record GestoerterSchritt(
    string? AusfuehrungId,
    string ActivityId,
    string ActivityType,
    string Schritt,
    string Meldung,
    string Ausnahme,
    DateTimeOffset Am,
    int Versuche,
    bool Wiederholbar,
    bool Ueberspringbar,
    IReadOnlyList<string> Ausgaenge,
    IReadOnlyList<string> Werte);
