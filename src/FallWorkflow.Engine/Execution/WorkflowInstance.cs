namespace FallWorkflow.Engine.Execution;

/// <summary>One running or finished execution of one pinned definition version, as it is stored.</summary>
public sealed class WorkflowInstance
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Id of the published version this instance is pinned to (the definition's <c>id</c>).</summary>
    public required string DefinitionVersionId { get; set; }

    public required int Version { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    /// <summary>Instance that waits for or dispatched this one.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>Activity execution of the parent that is resumed when this instance ends; null if nobody waits.</summary>
    public string? ParentExecutionId { get; init; }

    public WorkflowStatus Status { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Variables, activity executions and scheduled work as JSON; the form belongs to the engine.</summary>
    public string StateJson { get; set; } = "{}";

    /// <summary>Sequence number of the last journal entry of this instance; the journal has no gaps.</summary>
    public long LastSequence { get; set; }

    /// <summary>Concurrency token; the store increments it with every commit that changes the instance.</summary>
    public long RowVersion { get; set; }
}
