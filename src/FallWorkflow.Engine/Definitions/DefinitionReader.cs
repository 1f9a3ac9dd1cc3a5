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
    public static WorkflowDefinition Read(string json) => Read(Parse(json));

    /// <exception cref="DefinitionFormatException">A field that nothing can do without is missing.</exception>
    public static WorkflowDefinition Read(JsonObject source) => Read(source, static e => throw e);

    /// <summary>
    /// Takes in what Elsa takes in: ids that are missing are made up (<c>WriteLine1</c>), a connection that lacks an end is
    /// passed over. What is published is read strictly.
    /// </summary>
    /// <exception cref="DefinitionFormatException">The text is no JSON, or has no root, or an activity has no type.</exception>
    public static WorkflowDefinition Import(string json) =>
        Read(Parse(json), static e => _ = e.Error is DefinitionFormatError.MissingActivityType ? throw e : e);

    /// <summary>Reads on with a makeshift where <paramref name="report"/> returns; only a missing root cannot be made up for.</summary>
    internal static WorkflowDefinition Read(JsonObject source, Action<DefinitionFormatException> report)
    {
        try
        {
            return new Reading(report).Definition(StandIn.Restore(source));
        }
        catch (ArgumentException e)
        {
            // System.Text.Json notices a property that is written twice only when the object is first looked into.
            throw new DefinitionFormatException(
                DefinitionFormatError.DuplicateProperty, "A property is written twice: " + e.Message, inner: e);
        }
    }

    internal static JsonObject Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            throw new DefinitionFormatException(
                DefinitionFormatError.InvalidJson, "The text is not valid JSON: " + e.Message, "", e.LineNumber + 1, e.BytePositionInLine + 1, e);
        }

        return node as JsonObject
            ?? throw new DefinitionFormatException(DefinitionFormatError.NotAnObject, "The text is not a JSON object.");
    }

    internal static ExpressionDefinition Expression(JsonObject expression) =>
        new(JsonShape.Text(expression, "type") is { Length: > 0 } type ? type : "Literal", JsonShape.Property(expression, "value"));

    internal static List<VariableDefinition> Variables(JsonObject source) =>
        [.. JsonShape.List(source, "variables").OfType<JsonObject>().Select(Variable)];

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

    private sealed class Reading(Action<DefinitionFormatException> report)
    {
        private MadeUpIds? _ids;

        public WorkflowDefinition Definition(JsonObject source)
        {
            var definitionId = JsonShape.Text(source, "definitionId");
            if (string.IsNullOrWhiteSpace(definitionId))
            {
                Report(DefinitionFormatError.MissingDefinitionId, "definitionId is missing.", "definitionId");
                definitionId = JsonShape.Text(source, "id") ?? JsonShape.Text(source, "name") ?? "";
            }

            if (JsonShape.Property(source, "root") is not JsonObject root)
                throw new DefinitionFormatException(DefinitionFormatError.MissingRoot, "root is missing.", "root");

            _ids = new MadeUpIds(root);
            var version = JsonShape.Whole(source, "version") ?? 1;
            return new WorkflowDefinition
            {
                Id = JsonShape.Text(source, "id") is { Length: > 0 } id ? id : $"{definitionId}:{version}",
                DefinitionId = definitionId,
                Version = version,
                Name = JsonShape.Text(source, "name") ?? "",
                Description = JsonShape.Text(source, "description") ?? "",
                Variables = Variables(source),
                Root = Activity(root, "Workflow1"),
                Source = source,
            };
        }

        private ActivityDefinition Activity(JsonObject source, string parentNodeId)
        {
            var path = source.GetPath()[2..];
            var type = JsonShape.Text(source, "type") ?? "";
            var id = JsonShape.Text(source, "id") ?? "";
            if (id.Length == 0)
            {
                Report(DefinitionFormatError.MissingActivityId, "An activity has no id.", path);
                id = _ids!.For(source, type);
            }

            if (type.Length == 0)
                Report(DefinitionFormatError.MissingActivityType, $"Activity '{id}' has no type.", path);

            var nodeId = JsonShape.Text(source, "nodeId") is { Length: > 0 } given ? given : $"{parentNodeId}:{id}";
            var name = JsonShape.Text(source, "name") ?? "";
            var metadata = JsonShape.Property(source, "metadata") as JsonObject;
            var custom = JsonShape.Property(source, "customProperties") as JsonObject;

            Dictionary<string, ExpressionDefinition> inputs = new(StringComparer.Ordinal);
            Dictionary<string, string> outputs = new(StringComparer.Ordinal);
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
                    Children(value, nodeId, property == "activities", children);
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
                Variables = Variables(source),
                Source = source,
            };
        }

        // Children sit in "activities", in ports ("then", "body", "default"), in lists ("branches") and inside cases.
        // Only what stands in "activities" must be one; elsewhere it must look like one.
        private void Children(JsonNode? value, string nodeId, bool certain, List<ActivityDefinition> children)
        {
            switch (value)
            {
                case JsonArray list:
                    foreach (var item in list)
                        Children(item, nodeId, certain, children);
                    break;
                case JsonObject wrapper when JsonShape.Property(wrapper, "$values") is JsonArray list:
                    Children(list, nodeId, certain, children);
                    break;
                case JsonObject candidate when certain || JsonShape.LooksLikeActivity(candidate):
                    children.Add(Activity(candidate, nodeId));
                    break;
                case JsonObject item when JsonShape.Property(item, "activity") is JsonObject inCase && JsonShape.LooksLikeActivity(inCase):
                    children.Add(Activity(inCase, nodeId));
                    break;
            }
        }

        private List<ConnectionDefinition> Connections(JsonObject source, string path)
        {
            List<ConnectionDefinition> connections = [];
            var index = 0;
            // An old form: a single connection in the place of the list.
            var single = JsonShape.Property(source, "connections") is JsonObject only && JsonShape.Property(only, "source") is not null;
            foreach (var item in single ? [JsonShape.Property(source, "connections")] : JsonShape.List(source, "connections"))
            {
                var place = $"{path}.connections[{index++}]";
                if (ConnectionDefinition.Read(item) is { } connection)
                    connections.Add(connection);
                else
                    Report(DefinitionFormatError.BrokenConnection, "A connection lacks its source or target.", place);
            }

            return connections;
        }

        private void Report(DefinitionFormatError error, string message, string path) =>
            report(new DefinitionFormatException(error, message, path));
    }
}
