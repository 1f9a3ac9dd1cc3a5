using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Definitions;

/// <summary>
/// Writes a definition in the one form that Elsa itself writes: camelCase names, plain lists, nested connections, ids and node
/// ids spelled out. Fields that nobody here knows are kept, so that reading, writing and reading again gives the same model.
/// </summary>
public static class DefinitionWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string WriteText(WorkflowDefinition definition) => Write(definition).ToJsonString(Indented);

    public static JsonObject Write(WorkflowDefinition definition) => Write(definition, static _ => false);

    /// <summary>
    /// For an editor that knows only registered types: every activity of another type, and what is inside it, is written as
    /// Elsa's stand-in that carries the original. <see cref="DefinitionReader"/> restores it.
    /// </summary>
    /// <param name="catalog">Where definitions that are used as activities are found; null if none can be.</param>
    public static JsonObject WriteForEditor(WorkflowDefinition definition, ActivityRegistry registry, IDefinitionCatalog? catalog = null)
    {
        var missing = new DefinitionPlan(definition, registry, catalog).Missing;
        return Write(definition, missing.Contains);
    }

    private static JsonObject Write(WorkflowDefinition definition, Func<ActivityDefinition, bool> isMissing)
    {
        var target = new JsonObject { ["id"] = definition.Id, ["definitionId"] = definition.DefinitionId, ["version"] = definition.Version };
        foreach (var (name, value) in Members(definition.Source))
        {
            target[name] = name switch
            {
                "id" or "definitionId" or "version" => target[name]!.DeepClone(),
                "root" => Activity(definition.Root, isMissing),
                "variables" or "inputs" or "outputs" => List(value, Fields),
                "outcomes" => List(value, Copy),
                "options" when value is JsonObject options => Fields(options),
                _ => value?.DeepClone(),
            };
        }

        return target;
    }

    private static JsonObject Activity(ActivityDefinition activity, Func<ActivityDefinition, bool> isMissing)
    {
        if (isMissing(activity))
            return StandIn.For(Activity(activity, static _ => false));
        var children = new Dictionary<object, ActivityDefinition>(ReferenceEqualityComparer.Instance);
        foreach (var child in activity.Activities)
            children[child.Source] = child;
        var target = new JsonObject();
        foreach (var (name, value) in Members(activity.Source))
        {
            target[name] = name switch
            {
                "connections" => new JsonArray([.. JsonShape.List(activity.Source, "connections").Select(Connection)]),
                "variables" => List(value, Fields),
                "metadata" or "customProperties" => value?.DeepClone(),
                _ => Property(value, children, isMissing),
            };
        }

        target["nodeId"] = activity.NodeId;
        return target;
    }

    private static JsonNode? Property(
        JsonNode? value, Dictionary<object, ActivityDefinition> children, Func<ActivityDefinition, bool> isMissing) =>
        value switch
        {
            JsonObject child when children.TryGetValue(child, out var activity) => Activity(activity, isMissing),
            JsonObject wrapper when JsonShape.Property(wrapper, "$values") is JsonArray list => Items(list, children, isMissing),
            JsonArray list => Items(list, children, isMissing),
            JsonObject wrapped when JsonShape.Property(wrapped, "expression") is JsonObject || JsonShape.Property(wrapped, "memoryReference") is JsonObject =>
                Wrapped(wrapped),
            JsonObject item when JsonShape.Property(item, "activity") is JsonObject inCase && children.ContainsKey(inCase) => Case(item, children, isMissing),
            _ => value?.DeepClone(),
        };

    private static JsonArray Items(JsonArray list, Dictionary<object, ActivityDefinition> children, Func<ActivityDefinition, bool> isMissing) =>
        new([.. list.Select(item => Property(item, children, isMissing))]);

    private static JsonObject Case(JsonObject source, Dictionary<object, ActivityDefinition> children, Func<ActivityDefinition, bool> isMissing)
    {
        var target = new JsonObject();
        foreach (var (name, value) in Members(source))
            target[name] = Property(value, children, isMissing);
        return target;
    }

    // The value of an expression belongs to whoever wrote it; only the frame around it is ours.
    private static JsonObject Wrapped(JsonObject source)
    {
        var target = new JsonObject();
        foreach (var (name, value) in Members(source))
            target[name] = name is "expression" or "memoryReference" && value is JsonObject frame ? Fields(frame) : value?.DeepClone();
        return target;
    }

    private static JsonNode? Connection(JsonNode? item)
    {
        if (item is not JsonObject source)
            return item?.DeepClone();
        var target = new JsonObject();
        foreach (var (name, value) in Members(source))
        {
            switch (name)
            {
                case "sourcePort" or "targetPort":
                    break;
                case "source" or "target" when value is JsonValue flat:
                    var end = new JsonObject { ["activity"] = flat.DeepClone() };
                    if ((JsonShape.Text(source, name + "Port") ?? (name == "source" ? "Done" : "In")) is { Length: > 0 } port)
                        end["port"] = port;
                    target[name] = end;
                    break;
                case "source" or "target" when value is JsonObject point:
                    target[name] = Fields(point);
                    break;
                default:
                    target[name] = value?.DeepClone();
                    break;
            }
        }

        return target;
    }

    private static JsonNode? List(JsonNode? value, Func<JsonNode?, JsonNode?> write)
    {
        var list = value is JsonObject wrapper ? JsonShape.Property(wrapper, "$values") as JsonArray : value as JsonArray;
        return list is null ? value?.DeepClone() : new JsonArray([.. list.Select(write)]);
    }

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    private static JsonNode? Fields(JsonNode? node)
    {
        if (node is not JsonObject source)
            return node?.DeepClone();
        var target = new JsonObject();
        foreach (var (name, value) in Members(source))
            target[name] = value?.DeepClone();
        return target;
    }

    // Of two spellings of one name the reader takes the camelCase one; the other stays as it is.
    private static IEnumerable<(string Name, JsonNode? Value)> Members(JsonObject source)
    {
        foreach (var (key, value) in source)
        {
            var name = JsonShape.CamelCase(key);
            yield return (name != key && source.ContainsKey(name) ? key : name, value);
        }
    }
}
