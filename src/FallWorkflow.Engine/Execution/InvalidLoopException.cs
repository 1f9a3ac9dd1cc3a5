namespace FallWorkflow.Engine.Execution;

/// <summary>A connection leads back to an activity that need not have run before; as in Elsa the activity it starts from is to blame.</summary>
internal sealed class InvalidLoopException(string source, string target)
    : InvalidOperationException($"Invalid backward connection: every path to '{source}' must pass through '{target}'.")
{
    public string ActivityId => source;
}
