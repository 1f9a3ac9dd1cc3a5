namespace FallWorkflow.Engine.Http;

/// <summary>
/// A request that an activity wants to have sent, as a row of the same transaction. The host sends it after the commit, at
/// least once and always with the same <see cref="Id"/> as idempotency key, and delivers the answer once.
/// </summary>
public sealed class HttpCall : Timers.ILeased
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

    /// <summary>Failed attempts: answers that could not be delivered, and processes that ended on it. A host that does not answer is no failure.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last failed attempt failed with; for operators.</summary>
    public string? LastError { get; set; }

    /// <summary>Since when it is given up and waits for a person (real time); null while it is tried.</summary>
    public DateTimeOffset? ParkedAt { get; set; }
}
