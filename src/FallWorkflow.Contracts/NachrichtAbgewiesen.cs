namespace FallWorkflow.Contracts;

/// <summary>
/// To the partner: one of its messages had no effect. A message about a referral that is unknown and one about another
/// partner's referral are answered alike, so existence is not revealed.
/// </summary>
/// <param name="NachrichtId">Id of this message; a repetition carries the same id.</param>
/// <param name="AbgewieseneNachrichtId">Id of the partner's message.</param>
/// <param name="TraegerId">The partner it is meant for.</param>
/// <param name="Grund">What is wrong and what to do, in German; for people to read.</param>
public sealed record NachrichtAbgewiesen(Guid NachrichtId, Guid AbgewieseneNachrichtId, string TraegerId, string Grund);
