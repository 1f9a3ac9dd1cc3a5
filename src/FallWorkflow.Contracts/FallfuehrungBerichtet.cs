namespace FallWorkflow.Contracts;

/// <summary>From the partner: the report of one that leads the work with the client (R65).</summary>
/// <param name="NachrichtId">Chosen by the partner, new for each message; a repetition must carry the same id and has no further effect.</param>
/// <param name="TraegerId">The partner that reports.</param>
/// <param name="ZuweisungId">The referral as named in <see cref="FallfuehrungUebertragen"/>.</param>
/// <param name="Am">Day of the report (legal date).</param>
/// <param name="Kontakte">Contacts held since the last report, 0 to 1000.</param>
/// <param name="Stand">How things are, up to 10,000 characters.</param>
/// <param name="NaechsteSchritte">What comes next, up to 10,000 characters.</param>
public sealed record FallfuehrungBerichtet(
    Guid NachrichtId, string TraegerId, string ZuweisungId, DateOnly Am, int Kontakte, string Stand, string NaechsteSchritte);
