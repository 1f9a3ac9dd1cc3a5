namespace FallWorkflow.Application.Ports;

/// <summary>Requests that processes want to have sent, claimed by lease.</summary>
public interface IHttpAufrufe
{
    /// <summary>Claims up to <paramref name="max"/> requests that are free at <paramref name="now"/> (real time), oldest first.</summary>
    Task<IReadOnlyList<ClaimedCall>> ClaimAsync(DateTimeOffset now, string owner, TimeSpan lease, int max, CancellationToken cancellation = default);

    /// <summary>Gives a claimed request back, to be sent again by anybody from <paramref name="notBefore"/> (real time).</summary>
    Task ReleaseAsync(ClaimedCall call, DateTimeOffset notBefore, CancellationToken cancellation = default);
}

/// <param name="Request">What to send, as JSON.</param>
public sealed record ClaimedCall(string Id, string? CorrelationId, string Request, long Fence);
