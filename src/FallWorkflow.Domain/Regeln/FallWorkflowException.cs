namespace FallWorkflow.Domain.Regeln;

/// <summary>Root of the exceptions that the product throws on purpose.</summary>
public abstract class FallWorkflowException(string message, Exception? inner = null) : Exception(message, inner);
