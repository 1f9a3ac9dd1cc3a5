namespace FallWorkflow.Engine.Definitions;

/// <summary>The published definitions, held in memory by the host. Published versions never change.</summary>
public interface IDefinitionCatalog
{
    /// <summary>The version that new instances use; null if nothing is published under this id.</summary>
    WorkflowDefinition? FindPublished(string definitionId);

    /// <summary>A version that running instances may be pinned to; null if unknown.</summary>
    WorkflowDefinition? FindVersion(string definitionVersionId);

    /// <summary>
    /// The published definition that offers itself as an activity of this type (its name as one word, option usableAsActivity);
    /// null if there is none.
    /// </summary>
    WorkflowDefinition? FindAsActivity(string activityType);

    /// <summary>All published definitions, in the version that new instances use.</summary>
    IReadOnlyCollection<WorkflowDefinition> AllPublished { get; }

    /// <summary>Published definitions whose start activity is an Event of this name flagged canStartWorkflow.</summary>
    IReadOnlyList<WorkflowDefinition> FindTriggeredBy(string eventName);
}
