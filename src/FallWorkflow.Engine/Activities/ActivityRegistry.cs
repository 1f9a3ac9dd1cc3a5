namespace FallWorkflow.Engine.Activities;

/// <summary>The activity types that definitions may use, by wire name.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, IActivity> _byType;

    /// <exception cref="ArgumentException">Two activities have the same wire name.</exception>
    public ActivityRegistry(IEnumerable<IActivity> activities) =>
        _byType = activities.ToDictionary(a => a.Descriptor.TypeName, StringComparer.Ordinal);

    public IReadOnlyCollection<IActivity> All => _byType.Values;

    public IActivity? Find(string typeName) => _byType.GetValueOrDefault(typeName);

    /// <summary>What a definition shows when others use it as a step; null if it does not offer itself.</summary>
    public static ActivityDescriptor? DescribeAsActivity(Definitions.WorkflowDefinition definition) =>
        Definitions.WorkflowInterface.Of(definition) is { IsUsable: true } usable ? new WorkflowActivity(usable).Descriptor : null;
}
