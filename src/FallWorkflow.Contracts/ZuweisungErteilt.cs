namespace FallWorkflow.Contracts;

/// <summary>To the partner: a client is referred (R57, R58).</summary>
/// <param name="NachrichtId">Id of this message; a repetition carries the same id, so the partner can recognise it.</param>
/// <param name="ZuweisungId">Id of the referral; every answer and report names it. It says nothing about the person.</param>
/// <param name="TraegerId">The partner it is meant for.</param>
/// <param name="Leistung">The service that is asked for.</param>
/// <param name="Felder">
/// Exactly the fields the client released, by name: <c>Name</c>, <c>Telefon</c>, <c>Anschrift</c>, <c>Geburtsdatum</c>
/// (yyyy-MM-dd), <c>Anliegen</c>. A field that was not released is absent, not empty.
/// </param>
/// <param name="AntwortBis">Last day on which the answer is in time (legal date, Europe/Berlin).</param>
/// <param name="GesendetAm">When the Jobcenter handed the message over (UTC).</param>
public sealed record ZuweisungErteilt(
    Guid NachrichtId,
    string ZuweisungId,
    string TraegerId,
    string Leistung,
    IReadOnlyDictionary<string, string> Felder,
    DateOnly AntwortBis,
    DateTimeOffset GesendetAm);
