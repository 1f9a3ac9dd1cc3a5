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

/// <summary>A step that failed and waits for its next attempt by itself.</summary>
/// <param name="Zeitgeber">Its timer.</param>
/// <param name="Angaben">What the journal says of the last attempt, as JSON.</param>
public sealed record WartenderVersuch(
    Engine.Timers.WorkflowTimer Zeitgeber, string DefinitionId, string DefinitionVersionId, int Version, string? Angaben,
    Guid? FallId, string? FallNummer, string? BueroId);

/// <summary>A process that an incident has stopped, with its Fall.</summary>
public sealed record GestoerterProzess(Engine.Execution.WorkflowInstance Instanz, Guid? FallId, string? FallNummer, string? BueroId);
