namespace FallWorkflow.Application.Ports;

/// <summary>Named instants of a transaction at which the reliability tests kill the process; does nothing otherwise.</summary>
public interface IFaultPoints
{
    void Reached(string name);
}

/// <summary>Names of the fault points.</summary>
public static class FaultPoints
{
    public const string BeforeCommit = "before-commit";
    public const string AfterCommit = "after-commit";
    public const string AfterPublish = "after-publish";
}
