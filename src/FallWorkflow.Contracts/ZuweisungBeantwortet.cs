namespace FallWorkflow.Contracts;

/// <summary>From the partner: the answer to a referral (R58).</summary>
/// <param name="NachrichtId">Chosen by the partner, new for each message; a repetition must carry the same id and has no further effect.</param>
/// <param name="TraegerId">The partner that answers.</param>
/// <param name="ZuweisungId">The referral as named in <see cref="ZuweisungErteilt"/>.</param>
/// <param name="Entscheidung">Accepted, declined or a question.</param>
/// <param name="Am">Day of the decision (legal date).</param>
/// <param name="Text">Reason when declined, question when asking back (both required); a remark when accepted. Up to 10,000 characters.</param>
public sealed record ZuweisungBeantwortet(
    Guid NachrichtId, string TraegerId, string ZuweisungId, Entscheidung Entscheidung, DateOnly Am, string? Text = null);
