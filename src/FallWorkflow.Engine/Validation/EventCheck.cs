using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>Events that are waited for but that neither the host nor any definition publishes.</summary>
internal static class EventCheck
{
    /// <summary>All events that may happen; null if that cannot be told because a name is computed.</summary>
    public static HashSet<string>? Published(IEnumerable<string> host, IEnumerable<WorkflowDefinition> definitions)
    {
        HashSet<string> names = new(host, StringComparer.Ordinal);
        foreach (var activity in definitions.SelectMany(d => All(d.Root)).Where(a => a.Type == "Elsa.PublishEvent"))
        {
            if (!activity.Inputs.TryGetValue("eventName", out var name))
                continue;
            if (name.Type != "Literal")
                return null;
            names.Add(ValueConversion.ToText(name.Value));
        }

        return names;
    }

    public static void Run(Validation validation, PlanNode node)
    {
        if (validation.KnownEvents is not { } known || node.Definition.Type != Triggers.EventType
            || !node.Definition.Inputs.TryGetValue("eventName", out var name) || name.Type != "Literal")
            return;
        var text = ValueConversion.ToText(name.Value);
        if (text.Length > 0 && !known.Contains(text))
            validation.Add(node, "eventName", "UnknownEvent", "UnknownEventRemedy", text, Similar(known, text));
    }

    // The name itself in other letters comes first: a slip of the shift key is the usual cause.
    private static string Similar(IReadOnlySet<string> known, string text) => string.Join(", ", known
        .OrderByDescending(k => string.Equals(k, text, StringComparison.OrdinalIgnoreCase))
        .ThenByDescending(k => k.Zip(text).TakeWhile(p => char.ToUpperInvariant(p.First) == char.ToUpperInvariant(p.Second)).Count())
        .ThenBy(k => k, StringComparer.Ordinal).Take(3)) is { Length: > 0 } some ? some : Texts.Get("None");

    private static IEnumerable<ActivityDefinition> All(ActivityDefinition activity) => activity.Activities.SelectMany(All).Prepend(activity);
}
