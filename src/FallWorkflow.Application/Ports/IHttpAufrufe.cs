namespace FallWorkflow.Application.Ports;

/// <summary>Requests that processes want to have sent, claimed by lease.</summary>
public interface IHttpAufrufe : IClaims<ClaimedCall>
{
    /// <summary>Claims up to <paramref name="max"/> requests that are free at <paramref name="now"/> (real time), oldest first.</summary>
    Task<IReadOnlyList<ClaimedCall>> ClaimAsync(DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>Parked requests, those parked first first.</summary>
    /// <param name="bueroId">Null: all offices, and requests of no Fall.</param>
    Task<IReadOnlyList<GeparkterAufruf>> ParkedAsync(string? bueroId = null, int max = 200, CancellationToken cancellation = default);

    /// <summary>Lets a parked request be sent again. False if there is no such parked request.</summary>
    Task<bool> UnparkAsync(string callId, CancellationToken cancellation = default);
}

/// <param name="Request">What to send, as JSON.</param>
public sealed record ClaimedCall(string Id, string? CorrelationId, string Request, long Fence, int Attempts = 0, bool Abandoned = false) : IClaimed;

/// <summary>A request that is given up until a person says so; what it would send stays unseen.</summary>
/// <param name="Versuche">Failed attempts.</param>
/// <param name="Grund">What the last one failed with.</param>
public sealed record GeparkterAufruf(
    string Id, Guid? FallId, string? FallNummer, string? BueroId, string InstanceId, DateTimeOffset ErstelltAt, DateTimeOffset GeparktAt, int Versuche,
    string? Grund);
