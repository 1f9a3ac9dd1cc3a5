namespace FallWorkflow.Engine.Expressions;

internal sealed class ScriptMemoryException(long limit) : Exception($"It allocated more than {limit} bytes.");
