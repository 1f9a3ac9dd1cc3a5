using System.Text.Json;
using System.Text.Json.Nodes;

namespace FallWorkflow.Engine.Definitions;

/// <summary>
/// Reads Elsa 3's JSON form. Tolerant where Elsa is (property names in any case, <c>$values</c> wrappers, the older flat
/// connections, missing node ids), and clear where nothing sensible can be made of the text.
/// </summary>
public static class DefinitionReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="DefinitionFormatException">The text is no JSON, or a field that nothing can do without is missing.</exception>
    public static WorkflowDefinition Read(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            throw new DefinitionFormatException(
                "The text is not valid JSON: " + e.Message, "", e.LineNumber + 1, e.BytePositionInLine + 1, e);
        }

        return Read(node as JsonObject ?? throw new DefinitionFormatException("The text is not a JSON object."));
    }

    /// <exception cref="DefinitionFormatException">A field that nothing can do without is missing.</exception>
    public static WorkflowDefinition Read(JsonObject source)
    {
        try
        {
            return ReadDefinition(source);
        }
        catch (ArgumentException e)
        {
            // System.Text.Json notices a property that is written twice only when the object is first looked into.
            throw new DefinitionFormatException("A property is written twice: " + e.Message, inner: e);
        }
    }

    private static WorkflowDefinition ReadDefinition(JsonObject source)
    {
        var definitionId = JsonShape.Text(source, "definitionId");
        if (string.IsNullOrWhiteSpace(definitionId))
            throw new DefinitionFormatException("definitionId is missing.", "definitionId");

        if (JsonShape.Property(source, "root") is not JsonObject root)
            throw new DefinitionFormatException("root is missing.", "root");

        var version = JsonShape.Whole(source, "version") ?? 1;
        return new WorkflowDefinition
        {
            Id = JsonShape.Text(source, "id") is { Length: > 0 } id ? id : $"{definitionId}:{version}",
            DefinitionId = definitionId,
            Version = version,
            Name = JsonShape.Text(source, "name") ?? "",
            Description = JsonShape.Text(source, "description") ?? "",
            Variables = Variables(source, "variables"),
            Root = Activity(root, "Workflow1", "root"),
            Source = source,
        };
    }

    private static ActivityDefinition Activity(JsonObject source, string parentNodeId, string path)
    {
        var id = JsonShape.Text(source, "id");
        if (string.IsNullOrEmpty(id))
            throw new DefinitionFormatException("An activity has no id.", path + ".id");

        var type = JsonShape.Text(source, "type");
        if (string.IsNullOrEmpty(type))
            throw new DefinitionFormatException($"Activity '{id}' has no type.", path + ".type");

        var nodeId = JsonShape.Text(source, "nodeId") is { Length: > 0 } given ? given : $"{parentNodeId}:{id}";
        var name = JsonShape.Text(source, "name") ?? "";
        var metadata = JsonShape.Property(source, "metadata") as JsonObject;
        var custom = JsonShape.Property(source, "customProperties") as JsonObject;

        Dictionary<string, ExpressionDefinition> inputs = [];
        Dictionary<string, string> outputs = [];
        List<ActivityDefinition> children = [];
        foreach (var (key, value) in source)
        {
            var property = JsonShape.CamelCase(key);
            if (property is "metadata" or "customProperties" or "variables" or "connections" or "variable")
                continue;
            if (value is JsonObject wrapped && JsonShape.Property(wrapped, "expression") is JsonObject expression)
                inputs[property] = Expression(expression);
            else if (value is JsonObject output && JsonShape.Property(output, "memoryReference") is JsonObject memory)
                outputs[property] = JsonShape.Text(memory, "id") ?? "";
            else
                Children(value, nodeId, $"{path}.{key}", children);
        }

        return new ActivityDefinition
        {
            Id = id,
            NodeId = nodeId,
            Name = name,
            DisplayText = metadata is not null && JsonShape.Text(metadata, "displayText") is { Length: > 0 } text ? text : name,
            Type = type,
            CanStartWorkflow = JsonShape.Flag(custom, "canStartWorkflow") || JsonShape.Flag(source, "canStartWorkflow"),
            Inputs = inputs,
            Outputs = outputs,
            Activities = children,
            Connections = Connections(source, path),
            Variables = Variables(source, "variables"),
            Source = source,
        };
    }

    // Children sit in "activities", in ports ("then", "body", "default"), in lists ("branches") and inside cases.
    private static void Children(JsonNode? value, string nodeId, string path, List<ActivityDefinition> children)
    {
        if (value is JsonObject candidate)
        {
            if (JsonShape.Property(candidate, "$values") is JsonArray wrapped)
                Children(wrapped, nodeId, path, children);
            else if (JsonShape.LooksLikeActivity(candidate) || path.EndsWith(']') && JsonShape.IsListOfActivities(path))
                children.Add(Activity(candidate, nodeId, path));
            else if (JsonShape.Property(candidate, "activity") is JsonObject inCase && JsonShape.LooksLikeActivity(inCase))
                children.Add(Activity(inCase, nodeId, path + ".activity"));
        }
        else if (value is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                Children(list[i], nodeId, $"{path}[{i}]", children);
        }
    }

    internal static ExpressionDefinition Expression(JsonObject expression) =>
        new(JsonShape.Text(expression, "type") is { Length: > 0 } type ? type : "Literal", JsonShape.Property(expression, "value"));

    private static List<VariableDefinition> Variables(JsonObject source, string property)
    {
        List<VariableDefinition> variables = [];
        foreach (var item in JsonShape.List(source, property))
        {
            if (item is JsonObject variable)
                variables.Add(Variable(variable));
        }

        return variables;
    }

    internal static VariableDefinition Variable(JsonObject variable)
    {
        var name = JsonShape.Text(variable, "name") ?? "";
        return new VariableDefinition(
            JsonShape.Text(variable, "id") is { Length: > 0 } id ? id : name,
            name,
            JsonShape.Text(variable, "typeName") ?? "Object",
            JsonShape.Flag(variable, "isArray"),
            JsonShape.Property(variable, "value") switch
            {
                null => null,
                JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
                var other => other.ToJsonString(),
            });
    }

    private static List<ConnectionDefinition> Connections(JsonObject source, string path)
    {
        List<ConnectionDefinition> connections = [];
        var index = 0;
        foreach (var item in JsonShape.List(source, "connections"))
        {
            var place = $"{path}.connections[{index++}]";
            if (item is not JsonObject connection)
                throw new DefinitionFormatException("A connection is not an object.", place);

            var (from, port) = End(connection, "source", "sourcePort");
            var (to, _) = End(connection, "target", "targetPort");
            if (from is null || to is null)
                throw new DefinitionFormatException("A connection lacks its source or target.", place);

            connections.Add(new ConnectionDefinition(from, port is { Length: > 0 } ? port : "Done", to));
        }

        return connections;
    }

    private static (string? Activity, string? Port) End(JsonObject connection, string end, string flatPort) =>
        JsonShape.Property(connection, end) switch
        {
            JsonObject point => (JsonShape.Text(point, "activity") ?? JsonShape.Text(point, "activityId"), JsonShape.Text(point, "port")),
            JsonValue text when text.GetValueKind() == JsonValueKind.String =>
                (text.GetValue<string>(), JsonShape.Text(connection, flatPort)),
            _ => (null, null),
        };
}
