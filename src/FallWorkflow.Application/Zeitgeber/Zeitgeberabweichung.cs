namespace FallWorkflow.Application.Zeitgeber;

/// <summary>One difference between planned and stored timers.</summary>
/// <param name="InstanceId">The instance; for a trigger, the definition that it starts.</param>
/// <param name="TimerId">The timer, or the request; null for a trigger, and if the timer is missing.</param>
/// <param name="Soll">Instant (UTC) that the rule gives, where that is the difference.</param>
/// <param name="Ist">Stored due instant (UTC).</param>
/// <param name="Text">The difference in words, German.</param>
/// <param name="Behoben">Mended by this run.</param>
public sealed record Zeitgeberabweichung(
    Abweichungsart Art,
    string InstanceId,
    string? ActivityId,
    string? ExecutionId,
    string? TimerId,
    Guid? FallId,
    DateTimeOffset? Soll,
    DateTimeOffset? Ist,
    string Text,
    bool Behoben = false);
