namespace FallWorkflow.Engine.Execution;

/// <summary>A place where an instance waits for a stimulus.</summary>
public sealed class Bookmark
{
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Execution of the activity that waits.</summary>
    public required string ExecutionId { get; init; }

    public required string ActivityId { get; set; }

    /// <summary>Name of the stimulus, compared ordinally (event names are case sensitive).</summary>
    public required string Stimulus { get; init; }

    /// <summary>Narrows the stimulus to one subject, for example one referral of several; null waits for any.</summary>
    public string? Key { get; init; }

    public string? CorrelationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
