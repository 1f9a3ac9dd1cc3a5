namespace FallWorkflow.Engine.Http;

/// <summary>
/// A request that an activity wants to have sent, as a row of the same transaction. The host sends it after the commit, at
/// least once and always with the same <see cref="Id"/> as idempotency key, and delivers the answer once.
/// </summary>
public sealed class HttpCall
{
    /// <summary>Also the idempotency key: one for each execution of the activity, however often the request is tried.</summary>
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Key of the bookmark that waits for the answer.</summary>
    public required string ExecutionId { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>Method, address, headers and content as JSON, with secrets; the row goes with the answer.</summary>
    public required string Request { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public long Fence { get; set; }
}
