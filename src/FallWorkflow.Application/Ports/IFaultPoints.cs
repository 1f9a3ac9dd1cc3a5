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

    /// <summary>A claimed timer is about to be fired; the point of one Fall is <c>before-fire:</c> and its correlation id.</summary>
    public const string BeforeFire = "before-fire";

    /// <summary>Everything has been decided, nothing written.</summary>
    public const string BeforeStore = "before-store";

    /// <summary>Everything has been written, but not committed.</summary>
    public const string BeforeCommit = "before-commit";

    public const string AfterCommit = "after-commit";

    /// <summary>The broker has confirmed a message that is not marked as sent yet.</summary>
    public const string AfterPublish = "after-publish";
}
