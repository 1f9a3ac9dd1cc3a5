namespace FallWorkflow.Domain.Kalender;

/// <summary>What <see cref="FristRechner"/> found.</summary>
/// <param name="KalenderEnde">Anchor + period + pause days, not shifted. Dates before the end count back from here.</param>
/// <param name="LetzterTag">Last day in time: <paramref name="KalenderEnde"/>, or the next Werktag (§ 26 Abs. 3 SGB X). Overdue begins at its 24:00.</param>
/// <param name="Vorher">The day of the warning, on a Werktag and never late; null when none was asked for.</param>
/// <param name="Pausentage">Days of pauses by which the end moved.</param>
public sealed record FristErgebnis(DateOnly KalenderEnde, DateOnly LetzterTag, DateOnly? Vorher, int Pausentage);
