namespace FallWorkflow.Engine.Activities;

/// <summary>What the palette and the validator know about an activity type. Texts are German where users read them.</summary>
/// <param name="TypeName">Wire name, for example <c>Elsa.FlowDecision</c>; never a CLR name.</param>
/// <param name="Ports">Fixed outcomes; <see cref="Done"/> if none are named.</param>
/// <param name="DynamicPorts">Further outcomes that depend on the activity as drawn (for example the cases of a switch).</param>
public sealed record ActivityDescriptor(
    string TypeName,
    string DisplayName,
    string Category,
    string Description,
    IReadOnlyList<InputDescriptor> Inputs,
    IReadOnlyList<string> Ports,
    Func<Definitions.ActivityDefinition, IEnumerable<string>>? DynamicPorts = null)
{
    public const string Done = "Done";

    /// <summary>Whether the activity suspends the instance; a loop without a wait is refused at publishing.</summary>
    public bool Waits { get; init; }

    /// <summary>
    /// Settings by which a failed activity is tried again by itself; they stand in <c>customProperties.resilienceStrategy</c>
    /// of the activity. Every activity may have them.
    /// </summary>
    public IReadOnlyList<InputDescriptor> RetrySettings { get; } = Execution.RetryStrategy.Settings;

    /// <summary>Further checks at publishing: yields problems for this activity as drawn.</summary>
    public Func<Definitions.ActivityDefinition, IEnumerable<ActivityProblem>>? Check { get; init; }
}

/// <param name="Name">camelCase, as in the JSON.</param>
/// <param name="TypeName">Elsa's type alias, for example String, Int32, Boolean, Object.</param>
/// <param name="Options">Closed set of allowed literals; null if open.</param>
public sealed record InputDescriptor(
    string Name, string TypeName, string DisplayName, string Description, bool Required = false, IReadOnlyList<string>? Options = null);

/// <summary>A problem found in one activity, with what to do about it (German).</summary>
public sealed record ActivityProblem(string Message, string Remedy, string? Input = null);
