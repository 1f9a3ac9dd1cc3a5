using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Validation;

/// <summary>Types, ids and connections.</summary>
internal static class StructureCheck
{
    // A script names its outcomes at run time, and a nested flowchart is left by what its Complete says.
    private static readonly string[] LoosePorts = ["Elsa.RunJavaScript", "Elsa.Flowchart"];

    /// <summary>What the definition asks of whoever starts it.</summary>
    public static void Run(Validation validation)
    {
        if (JsonShape.Property(validation.Definition.Source, "options") is System.Text.Json.Nodes.JsonObject options
            && JsonShape.Text(options, "activationStrategyType") is { Length: > 0 } rule && !rule.Contains("AllowAlways", StringComparison.Ordinal))
            validation.Add(null, "options.activationStrategyType", "StartRule", "StartRuleRemedy", rule.Split(',')[0].Split('.')[^1]);
    }

    public static void Run(Validation validation, PlanNode node)
    {
        var activity = node.Definition;
        if (activity.Id.Length > 0 && !validation.SeenIds.Add(activity.Id))
            validation.Add(node, "id", "DuplicateId", "DuplicateIdRemedy", activity.Id);
        if (activity.Type == StandIn.TypeName)
            validation.Add(node, "type", "UnknownType", "UnknownTypeRemedy", StandIn.MissingType(activity.Source));
        else if (activity.Type.Length > 0 && node.Activity is null)
        {
            var itself = WorkflowInterface.Of(validation.Definition) is { IsUsable: true } own && own.ActivityType == activity.Type;
            validation.Add(node, "type", itself ? "UsesItself" : "UnknownType", itself ? "UsesItselfRemedy" : "UnknownTypeRemedy", activity.Type);
        }

        foreach (var (index, item) in JsonShape.List(activity.Source, "connections").Index())
        {
            // The reader has told of those that lack an end.
            if (ConnectionDefinition.Read(item) is not { } connection)
                continue;
            var place = $"connections[{index}]";
            if (node.Child(connection.Source) is not { } source)
                validation.Add(node, place, "UnknownSource", "UnknownEndRemedy", connection.Source);
            else if (source.Activity is { } implementation && !HasPort(implementation.Descriptor, source.Definition, connection.SourcePort))
                validation.Add(source, null, "UnknownPort", "UnknownPortRemedy", connection.SourcePort,
                    string.Join(", ", Ports(implementation.Descriptor, source.Definition)));
            if (node.Child(connection.Target) is null)
                validation.Add(node, place, "UnknownTarget", "UnknownEndRemedy", connection.Target);
        }
    }

    private static bool HasPort(ActivityDescriptor descriptor, ActivityDefinition activity, string port) =>
        LoosePorts.Contains(descriptor.TypeName) || Ports(descriptor, activity).Contains(port, StringComparer.Ordinal);

    private static List<string> Ports(ActivityDescriptor descriptor, ActivityDefinition activity)
    {
        List<string> ports = descriptor.Ports.Count == 0 ? [ActivityDescriptor.Done] : [.. descriptor.Ports];
        if (descriptor.DynamicPorts is { } dynamic)
            ports.AddRange(dynamic(activity));
        return ports;
    }
}
