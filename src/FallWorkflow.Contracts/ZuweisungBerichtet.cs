namespace FallWorkflow.Contracts;

/// <summary>From the partner: start, course, problem or end of a referral that was accepted (R59).</summary>
/// <param name="NachrichtId">Chosen by the partner, new for each message; a repetition must carry the same id and has no further effect.</param>
/// <param name="TraegerId">The partner that reports.</param>
/// <param name="ZuweisungId">The referral as named in <see cref="ZuweisungErteilt"/>.</param>
/// <param name="Art">What is reported.</param>
/// <param name="Am">Day on which it happened (legal date).</param>
/// <param name="Text">Required except for <see cref="Berichtsart.Beginn"/>: course, problem, or result. Up to 10,000 characters.</param>
public sealed record ZuweisungBerichtet(
    Guid NachrichtId, string TraegerId, string ZuweisungId, Berichtsart Art, DateOnly Am, string? Text = null);
