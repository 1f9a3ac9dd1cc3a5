using System.Reflection;

namespace FallWorkflow.Engine.Activities;

/// <summary>Elsa's own activities as far as this engine runs them; a class in the BuiltIn folder is found by itself.</summary>
public static class BuiltInActivities
{
    /// <summary>One instance of each; they are stateless and may be shared by several registries.</summary>
    public static IReadOnlyList<IActivity> All { get; } =
        [.. Assembly.GetExecutingAssembly().GetTypes()
            .Where(t => t is { IsAbstract: false, Namespace: "FallWorkflow.Engine.Activities.BuiltIn" } && typeof(IActivity).IsAssignableFrom(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (IActivity)Activator.CreateInstance(t)!)];

    /// <summary>The built-in activities together with those of the host.</summary>
    public static ActivityRegistry Registry(params IEnumerable<IActivity> hostActivities) => new(All.Concat(hostActivities));
}
