namespace FallWorkflow.Contracts;

/// <summary>To the partner: the answer to its question; the time for the partner's answer starts anew (R58).</summary>
/// <param name="NachrichtId">Id of this message; a repetition carries the same id.</param>
/// <param name="ZuweisungId">The referral that was asked about.</param>
/// <param name="TraegerId">The partner it is meant for.</param>
/// <param name="Antwort">The case manager's answer, up to 10,000 characters.</param>
/// <param name="AntwortBis">Last day on which the partner's answer is in time (legal date, Europe/Berlin).</param>
/// <param name="GesendetAm">When the Jobcenter handed the message over (UTC).</param>
public sealed record RueckfrageBeantwortet(
    Guid NachrichtId,
    string ZuweisungId,
    string TraegerId,
    string Antwort,
    DateOnly AntwortBis,
    DateTimeOffset GesendetAm);
