namespace FallWorkflow.Contracts;

/// <summary>To the partner: with the client's agreement it leads the work from now on (R65). Reports are expected until it ends.</summary>
/// <param name="NachrichtId">Id of this message; a repetition carries the same id.</param>
/// <param name="ZuweisungId">The accepted referral that it is about.</param>
/// <param name="TraegerId">The partner it is meant for.</param>
/// <param name="Auftrag">What was agreed with the client, up to 10,000 characters.</param>
/// <param name="Ansprechperson">Who is in charge at the partner, as agreed.</param>
/// <param name="BerichtBis">Day of the first report (legal date, Europe/Berlin).</param>
/// <param name="GesendetAm">When the Jobcenter handed the message over (UTC).</param>
public sealed record FallfuehrungUebertragen(
    Guid NachrichtId,
    string ZuweisungId,
    string TraegerId,
    string Auftrag,
    string Ansprechperson,
    DateOnly BerichtBis,
    DateTimeOffset GesendetAm);
