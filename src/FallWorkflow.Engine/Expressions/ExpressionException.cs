namespace FallWorkflow.Engine.Expressions;

/// <summary>An expression could not be evaluated.</summary>
public sealed class ExpressionException(string message, Exception? inner = null) : Exception(message, inner);
