namespace FallWorkflow.Engine.Execution;

public enum WorkflowStatus
{
    Running,
    Finished,
}
