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
}
