namespace FallWorkflow.Application.Ports;

/// <summary>Named instants at which the reliability tests stop, hold or kill the process; does nothing otherwise.</summary>
public interface IFaultPoints
{
    /// <summary>Whether any of them does something; a commit then stops between its statements and its end, which costs a round trip.</summary>
    bool IsArmed => true;

    void Reached(string name);
}

/// <summary>
/// Names of the fault points. Those of a commit stand for transactions of Fälle and processes; what jobs write by the way (the
/// daily overviews at every start) would otherwise get there first.
/// </summary>
public static class FaultPoints
{
    /// <summary>A worker has read due timers and is about to claim them.</summary>
    public const string BeforeClaim = "before-claim";

    /// <summary>A worker has read due triggers of processes that start by themselves and is about to claim them.</summary>
    public const string BeforeTriggerClaim = "before-trigger-claim";

    /// <summary>
    /// A claimed timer or trigger is about to be fired; the point of one Fall is <c>before-fire:</c> and its correlation id, that of
    /// one process the same with its definition id.
    /// </summary>
    public const string BeforeFire = "before-fire";

    /// <summary>A request has been answered, and the answer is not stored yet.</summary>
    public const string BeforeAnswer = "before-answer";

    /// <summary>The next Fall of a Versionswechsel is about to be moved, or moved back.</summary>
    public const string BeforeMove = "before-move";

    /// <summary>Everything has been decided, nothing written.</summary>
    public const string BeforeStore = "before-store";

    /// <summary>Everything has been written, but not committed.</summary>
    public const string BeforeCommit = "before-commit";

    public const string AfterCommit = "after-commit";

    /// <summary>As <see cref="BeforeCommit"/>, for a transaction that several units of work share.</summary>
    public const string BeforeGroupCommit = "before-group-commit";

    /// <summary>A transaction that several units of work share is committed, and nobody has been answered.</summary>
    public const string AfterGroupCommit = "after-group-commit";

    /// <summary>The broker has confirmed a message that is not marked as sent yet.</summary>
    public const string AfterPublish = "after-publish";
}
