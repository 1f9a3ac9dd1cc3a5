namespace FallWorkflow.Engine.Migration;

/// <summary>What a move did, or why it cannot be done.</summary>
/// <param name="Moved">False if there are obstacles, or the instance was there already.</param>
/// <param name="Obstacles">Why it cannot move; nothing has been changed then.</param>
/// <param name="Steps">What became of the open steps.</param>
public sealed record MigrationResult(bool Moved, IReadOnlyList<MigrationObstacle> Obstacles, IReadOnlyList<MigratedStep> Steps)
{
    internal static MigrationResult Refuse(params MigrationObstacle[] obstacles) => new(false, obstacles, []);
}

/// <param name="ActivityId">The open activity that cannot move; null if the instance as a whole is meant.</param>
/// <param name="ActivityName">What stands on the canvas.</param>
public sealed record MigrationObstacle(MigrationObstacleKind Kind, string? ActivityId = null, string? ActivityName = null);

public enum MigrationObstacleKind
{
    /// <summary>It has ended, so there is nothing to move.</summary>
    NotOpen,

    /// <summary>It is of another version than the one the move starts from.</summary>
    OtherVersion,

    /// <summary>The target version has no such activity.</summary>
    NoCounterpart,

    /// <summary>The activity of this id is of another type in the target version.</summary>
    OtherType,

    /// <summary>The counterpart lies in another container.</summary>
    OtherContainer,

    /// <summary>The container around it (loop, parallel branch …) is built otherwise, so that its state has no meaning there.</summary>
    ContainerChanged,

    /// <summary>A flowchart in token mode whose connections changed: its tokens have no place there.</summary>
    TokensChanged,

    /// <summary>Only in a flowchart can a step be given up or begun anew.</summary>
    OnlyInFlowchart,

    /// <summary>It waits inside a workflow that is used as an activity; where it stands there cannot be told in another version.</summary>
    InsideUsedWorkflow,

    /// <summary>The step that it would begin goes on with what an earlier step has begun (<see cref="IFollowsUp"/>).</summary>
    CannotBeginAnew,
}

/// <param name="From">Open activity of the old version; null where a step begins because of the move.</param>
/// <param name="To">Activity of the new version; null where the step is given up.</param>
public sealed record MigratedStep(string? From, string? To, MigratedStepKind Kind);

public enum MigratedStepKind
{
    /// <summary>Goes on where it stands, under the same id.</summary>
    Stays,

    /// <summary>Goes on where it stands, as another activity of the same type.</summary>
    Mapped,

    /// <summary>Was given up and begun anew as another activity.</summary>
    BegunAnew,

    /// <summary>Was given up.</summary>
    GivenUp,

    /// <summary>Begins, because what it waited for is not there any more.</summary>
    Begun,
}
