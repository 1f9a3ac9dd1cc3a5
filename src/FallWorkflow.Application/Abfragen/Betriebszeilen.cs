namespace FallWorkflow.Application.Abfragen;

/// <summary>A message that has not left yet; without its content, which is for the partner only.</summary>
/// <param name="Geparkt">Given up after ten attempts; waits for a person.</param>
public sealed record UngesendeteNachricht(
    Guid Id,
    Guid FallId,
    string? FallNummer,
    string Art,
    string TraegerId,
    DateTimeOffset ErstelltAm,
    int Versuche,
    DateTimeOffset? FruehestensAm,
    string? LetzterFehler,
    bool Geparkt);

/// <summary>A surprise that stopped an activity of a process; the process waits for a person.</summary>
/// <param name="Daten">Details of the journal entry as JSON.</param>
public sealed record Stoerungszeile(
    string InstanceId,
    string DefinitionId,
    int Version,
    Guid? FallId,
    string? FallNummer,
    string? BueroId,
    string? ActivityId,
    string? ActivityType,
    DateTimeOffset At,
    string? Daten);
