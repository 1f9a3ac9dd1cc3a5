namespace FallWorkflow.Contracts;

/// <summary>To the partner: the referral ends. Deliberately without a reason: why is the client's own matter (R56, R75).</summary>
/// <param name="NachrichtId">Id of this message; a repetition carries the same id.</param>
/// <param name="ZuweisungId">The referral that ends; the partner deletes what it received for it unless a law says otherwise.</param>
/// <param name="TraegerId">The partner it is meant for.</param>
/// <param name="GesendetAm">When the Jobcenter handed the message over (UTC).</param>
public sealed record ZuweisungZurueckgezogen(Guid NachrichtId, string ZuweisungId, string TraegerId, DateTimeOffset GesendetAm);
