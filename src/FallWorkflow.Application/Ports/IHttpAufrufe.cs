namespace FallWorkflow.Application.Ports;

/// <summary>Requests that processes want to have sent, claimed by lease.</summary>
public interface IHttpAufrufe
{
    /// <summary>Claims up to <paramref name="max"/> requests that are free at <paramref name="now"/> (real time), oldest first.</summary>
    Task<IReadOnlyList<ClaimedCall>> ClaimAsync(DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>
    /// Counts an attempt before it is made, so that it counts even if it ends the process. False if the request is gone or
    /// somebody else's by now.
    /// </summary>
    Task<bool> CountAttemptAsync(ClaimedCall call, CancellationToken cancellation = default);

    /// <summary>Gives a claimed request back, to be sent again by anybody from <paramref name="notBefore"/> (real time).</summary>
    Task ReleaseAsync(ClaimedCall call, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>Gives a claimed request back after a failed attempt, to be sent again from <paramref name="notBefore"/> (real time).</summary>
    Task MarkFailedAsync(ClaimedCall call, string error, DateTimeOffset notBefore, CancellationToken cancellation = default);

    /// <summary>Gives a claimed request up: it is not sent again until a person says so.</summary>
    Task ParkAsync(ClaimedCall call, string error, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Parked requests, those parked first first.</summary>
    /// <param name="bueroId">Null: all offices, and requests of no Fall.</param>
    Task<IReadOnlyList<GeparkterAufruf>> ParkedAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default);

    /// <summary>Lets a parked request be sent again. False if there is no such parked request.</summary>
    Task<bool> UnparkAsync(string callId, CancellationToken cancellation = default);
}

/// <param name="Request">What to send, as JSON.</param>
/// <param name="Attempts">Failed attempts so far.</param>
/// <param name="Abandoned">The lease of a former owner ran out: that process ended, or froze, with this request in hand.</param>
public sealed record ClaimedCall(string Id, string? CorrelationId, string Request, long Fence, int Attempts = 0, bool Abandoned = false);

/// <summary>A request that is given up until a person says so; what it would send stays unseen.</summary>
/// <param name="Versuche">Failed attempts.</param>
/// <param name="Grund">What the last one failed with.</param>
public sealed record GeparkterAufruf(
    string Id, Guid? FallId, string? FallNummer, string? BueroId, string InstanceId, DateTimeOffset ErstelltAt, DateTimeOffset GeparktAt, int Versuche,
    string? Grund);
