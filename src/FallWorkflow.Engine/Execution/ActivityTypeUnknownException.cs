namespace FallWorkflow.Engine.Execution;

/// <summary>A definition uses an activity type that nobody registered; seen only when the activity is reached.</summary>
public sealed class ActivityTypeUnknownException(string typeName) : Exception($"Activity type '{typeName}' could not be found.")
{
    public string TypeName { get; } = typeName;
}
