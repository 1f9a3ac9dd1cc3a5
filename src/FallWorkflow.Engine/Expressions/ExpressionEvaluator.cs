using System.Text.Json;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Expressions;

/// <summary>Evaluates the expression kinds Literal, JavaScript, Variable, Object (formerly Json), Input and Output.</summary>
internal sealed class ExpressionEvaluator(TimeProvider time, EngineOptions options, IEnumerable<IExpressionExtension> extensions)
{
    private readonly JavaScriptRunner _javaScript = new(time, options, extensions);

    public static readonly string[] Types = ["Literal", "JavaScript", "Variable", "Object", "Input", "Output"];

    /// <exception cref="ExpressionException">The expression fails, or its kind is not supported.</exception>
    public JsonNode? Evaluate(ActivityContext context, ExpressionDefinition expression, string? targetType, JsonObject? arguments = null)
    {
        switch (expression.Type)
        {
            case "Literal":
                return ValueConversion.To(targetType, expression.Value);
            case "JavaScript":
                var result = _javaScript.Run(context, Text(expression.Value), arguments);
                return result is { IsDate: true, Value: not null } && targetType is not null && ValueConversion.Simple(targetType) == "String"
                    ? JsonValue.Create(ValueConversion.ToText(result.Value, "DateTime"))
                    : ValueConversion.To(targetType, result.Value);
            case "Variable":
                return Variable(context, expression.Value, targetType);
            case "Input":
                var name = Reference(expression.Value) is JsonObject input ? JsonShape.Text(input, "name") : Text(expression.Value);
                return ValueConversion.To(targetType, context.WorkflowInput(name ?? ""));
            case "Output":
                return ValueConversion.To(targetType, Output(context, Reference(expression.Value)));
            case "Object" or "Json":
                return Object(expression.Value, targetType);
            default:
                throw new ExpressionException($"Expressions of type '{expression.Type}' are not supported.");
        }
    }

    /// <exception cref="ExpressionException">The script fails.</exception>
    public ScriptResult Run(ActivityContext context, string script) => _javaScript.Run(context, script);

    private static JsonNode? Variable(ActivityContext context, JsonNode? reference, string? targetType)
    {
        var found = Reference(reference) is JsonObject variable
            ? VariableScope.ById(context, JsonShape.Text(variable, "id") ?? JsonShape.Text(variable, "name") ?? "")
            : VariableScope.ById(context, Text(reference)) ?? VariableScope.ByName(context, Text(reference));
        if (found is not { } scoped)
            return null;
        return targetType is not null && ValueConversion.Simple(targetType) == "String" && scoped.Value is not null
            ? JsonValue.Create(ValueConversion.ToText(scoped.Value, scoped.Definition.TypeName))
            : ValueConversion.To(targetType, scoped.Value);
    }

    // What an activity put out: by the variable it is bound to, or by the name of the activity.
    private static JsonNode? Output(ActivityContext context, JsonNode? reference)
    {
        if (reference is not JsonObject output)
            return context.OutputOf(Text(reference), "result");
        var memory = JsonShape.Property(output, "memoryReference") as JsonObject ?? output;
        if (JsonShape.Text(memory, "id") is { } id && VariableScope.ById(context, id) is { } variable)
            return variable.Value;
        var activity = JsonShape.Text(output, "activity") ?? JsonShape.Text(output, "activityId") ?? JsonShape.Text(output, "activityName");
        return activity is null ? null : context.OutputOf(activity, JsonShape.Text(output, "output") ?? JsonShape.Text(output, "outputName") ?? "result");
    }

    // Elsa writes references as an object or as the text of one.
    internal static JsonNode? Reference(JsonNode? value)
    {
        if (value?.GetValueKind() != JsonValueKind.String || !value.GetValue<string>().AsSpan().TrimStart().StartsWith("{"))
            return value;
        try
        {
            return JsonNode.Parse(value.GetValue<string>());
        }
        catch (JsonException)
        {
            return value;
        }
    }

    // As recorded from Elsa: the text is parsed only if the target is more specific than Object; a text that is no JSON
    // object or list is converted as a literal is.
    private static JsonNode? Object(JsonNode? value, string? targetType)
    {
        if (value is null || value.GetValueKind() != JsonValueKind.String
            || targetType is not null && ValueConversion.Simple(targetType) is "Object" or "String")
            return value;
        var text = value.GetValue<string>();
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.TrimStart()[0] is not ('{' or '['))
            return ValueConversion.To(targetType, value);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new ExpressionException("The object is not valid JSON: " + e.Message, e);
        }
    }

    private static string Text(JsonNode? value) => ValueConversion.ToText(value);
}
