namespace FallWorkflow.Engine.Migration;

/// <summary>How instances of one version move to another.</summary>
/// <param name="ToVersionId">Id of the version to move to.</param>
/// <param name="Mapping">Where activities that changed their id, type or place have gone; what is not named is found by its own id.</param>
/// <param name="RecomputesDates">Open steps compute their dates anew by the target's values; otherwise a date once set is kept.</param>
/// <param name="Draft">The target, if it is not published: only to look, since nobody could go on with what would be committed.</param>
public sealed record MigrationPlan(
    string ToVersionId, IReadOnlyDictionary<string, MigrationTarget> Mapping, bool RecomputesDates = false, Definitions.WorkflowDefinition? Draft = null)
{
    internal MigrationTarget TargetOf(string activityId) => Mapping.GetValueOrDefault(activityId) ?? new MigrationTarget(activityId);
}

/// <param name="ActivityId">Activity of the target version; null: the step is given up.</param>
/// <param name="BeginsAnew">The step is begun anew there, instead of going on where it stands.</param>
public sealed record MigrationTarget(string? ActivityId, bool BeginsAnew = false);
