namespace FallWorkflow.Engine.Execution;

/// <summary>A definition uses an activity type that nobody registered; seen only when the activity is reached.</summary>
public sealed class ActivityTypeUnknownException(string typeName) : Exception($"Activity type '{typeName}' could not be found.")
{
    /// <summary>Elsa's stand-in for what is missing; incidents carry it as their activity type, their message names the missing type.</summary>
    public const string StandIn = "Elsa.NotFoundActivity";

    public string TypeName { get; } = typeName;
}
