namespace FallWorkflow.Engine.Execution;

/// <summary>A definition reports a fault on purpose (activity Elsa.Fault).</summary>
public sealed class WorkflowFaultException(string message) : Exception(message);
