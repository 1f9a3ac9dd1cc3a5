namespace FallWorkflow.Contracts;

/// <summary>To the partner: the Jobcenter leads the work again (R65); the referral goes on. Deliberately without a reason.</summary>
/// <param name="NachrichtId">Id of this message; a repetition carries the same id.</param>
/// <param name="ZuweisungId">The referral that it is about.</param>
/// <param name="TraegerId">The partner it is meant for.</param>
/// <param name="GesendetAm">When the Jobcenter handed the message over (UTC).</param>
public sealed record FallfuehrungZurueckgenommen(Guid NachrichtId, string ZuweisungId, string TraegerId, DateTimeOffset GesendetAm);
