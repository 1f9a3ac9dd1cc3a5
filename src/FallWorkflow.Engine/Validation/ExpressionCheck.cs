using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;
using Jint.Parser;

namespace FallWorkflow.Engine.Validation;

/// <summary>Expressions: kinds, syntax, and the variables and functions they name.</summary>
internal static partial class ExpressionCheck
{
    public static void Run(Validation validation, PlanNode node)
    {
        foreach (var (name, expression) in node.Definition.Inputs)
            Expression(validation, node, name, expression);
        foreach (var (item, index) in SwitchCases.Of(node.Definition).Select((item, index) => (item, index)))
            Expression(validation, node, $"cases[{index}].condition", item.Condition);

        var activity = node.Definition;
        if (activity.Type == "Elsa.SetVariable" && SetVariable.VariableId(activity) is var id && !SeesVariable(validation, node, id))
            validation.Add(node, "variable", "UnknownVariable", "UnknownVariableRemedy", VariableName(activity, id), Known(validation, node));
        foreach (var (output, variableId) in activity.Outputs)
        {
            if (!SeesVariable(validation, node, variableId) && !validation.Plan.OutputNames.Contains(variableId))
                validation.Add(node, output, "UnknownOutputVariable", "UnknownVariableRemedy", variableId, Known(validation, node));
        }

        if (activity.Type == "Elsa.RunJavaScript" && activity.Inputs.TryGetValue("script", out var script) && script.Type == "Literal")
            Script(validation, node, "script", ValueConversion.ToText(script.Value));
    }

    private static void Expression(Validation validation, PlanNode node, string property, ExpressionDefinition expression)
    {
        switch (expression.Type)
        {
            case "JavaScript":
                Script(validation, node, property, ValueConversion.ToText(expression.Value));
                break;
            case "Variable":
                var id = ExpressionEvaluator.Reference(expression.Value) is JsonObject reference
                    ? JsonShape.Text(reference, "id") ?? JsonShape.Text(reference, "name")
                    : ValueConversion.ToText(expression.Value);
                if (!SeesVariable(validation, node, id))
                    validation.Add(node, property, "UnknownVariable", "UnknownVariableRemedy", id ?? "", Known(validation, node));
                break;
            case "Object" or "Json":
                CheckObject(validation, node, property, expression);
                break;
            case "Input":
                var input = ExpressionEvaluator.Reference(expression.Value) is JsonObject given
                    ? JsonShape.Text(given, "name") : ValueConversion.ToText(expression.Value);
                Input(validation, node, property, input ?? "");
                break;
            case "Output":
                Output(validation, node, property, ExpressionEvaluator.Reference(expression.Value));
                break;
            case "Literal":
                break;
            default:
                validation.Add(node, property, "UnknownExpressionType", "UnknownExpressionTypeRemedy",
                    expression.Type, string.Join(", ", ExpressionEvaluator.Types));
                break;
        }
    }

    private static void CheckObject(Validation validation, PlanNode node, string property, ExpressionDefinition expression)
    {
        var text = ValueConversion.ToText(expression.Value);
        if (string.IsNullOrWhiteSpace(text) || expression.Value is JsonObject or JsonArray)
            return;
        try
        {
            JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException e)
        {
            validation.Add(node, property, "BadObject", "BadObjectRemedy", (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
    }

    private static void Script(Validation validation, PlanNode node, string property, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        var code = new ScriptText(text);
        var modern = code.ModernSyntax().ToList();
        foreach (var (line, column, feature) in modern)
            validation.Add(node, property, "ModernSyntax", $"Modern{feature}Remedy", Texts.Get($"Modern{feature}"), line, column);
        if (modern.Count == 0)
        {
            try
            {
                Values(validation, node, property, Expressions.Script.Parse(text));
            }
            catch (ParserException e)
            {
                var (line, column) = code.Position(e.Index);
                validation.Add(node, property, "ScriptSyntax", "ScriptSyntaxRemedy",
                    e.LineNumber > 0 ? e.LineNumber : line, e.Index > 0 ? column : 1, e.Description ?? e.Message);
                return;
            }
        }

        Names(validation, node, property, code.Code);
        foreach (Match match in Named().Matches(text).Where(m => code.Code[m.Index] == m.Value[0]))
        {
            if (match.Groups[1].Value == "getInput")
                Input(validation, node, property, match.Groups[3].Value);
            else if (match.Groups[1].Value == "getOutputFrom")
                Output(validation, node, property, JsonValue.Create(match.Groups[3].Value));
            else if (validation.Visible(node).All(v => v.Name != match.Groups[3].Value))
                validation.Add(node, property, "UnknownVariable", "UnknownVariableRemedy", match.Groups[3].Value, Known(validation, node));
        }

        foreach (var name in ScriptNames.UnknownCalls(code.Code, validation.Functions).Except(validation.Plan.InputNames.Select(i => "get" + i)))
            validation.Add(node, property, "UnknownFunction", "UnknownFunctionRemedy", name);
    }

    private static void Values(Validation validation, PlanNode node, string property, Jint.Parser.Ast.Program program)
    {
        foreach (var name in ScriptNames.UnknownValues(program, validation.Functions))
            validation.Add(node, property, "UnknownName", "UnknownNameRemedy", name, HostFunctions.Pascal(name));
        foreach (var name in ScriptNames.VariablesByText(program).Where(name => validation.Visible(node).All(v => v.Name != name)))
            validation.Add(node, property, "UnknownVariable", "UnknownVariableRemedy", name, Known(validation, node));
        foreach (var (owner, member) in ScriptNames.UnknownMembers(program))
            validation.Add(node, property, "UnknownMember", "UnknownMemberRemedy", owner, member);
    }

    // What an event brings along becomes input without being declared.
    private static void Input(Validation validation, PlanNode node, string property, string name)
    {
        if (name.Length == 0 || validation.Plan.InputNames.Contains(name, StringComparer.OrdinalIgnoreCase) || name is "ParentInstanceId"
            || Triggers.Candidates(validation.Definition).Any() || validation.Visible(node).Any(v => v.Name == name))
            return;
        var known = validation.Plan.InputNames.Count > 0 ? string.Join(", ", validation.Plan.InputNames) : Texts.Get("None");
        validation.Add(node, property, "UnknownInput", "UnknownInputRemedy", name, known);
    }

    private static void Output(Validation validation, PlanNode node, string property, JsonNode? reference)
    {
        var source = reference as JsonObject ?? [];
        var memory = JsonShape.Property(source, "memoryReference") as JsonObject ?? source;
        var activity = reference is JsonValue text ? ValueConversion.ToText(text)
            : JsonShape.Text(source, "activity") ?? JsonShape.Text(source, "activityId") ?? JsonShape.Text(source, "activityName");
        if (SeesVariable(validation, node, JsonShape.Text(memory, "id")) || activity is not null && validation.HasActivity(activity))
            return;
        validation.Add(node, property, "UnknownOutput", "UnknownResultRemedy", activity ?? JsonShape.Text(memory, "id") ?? "");
    }

    // getX, setX, variables.X, getVariable('X'): each name once per script.
    private static void Names(Validation validation, PlanNode node, string property, string code)
    {
        var own = OwnFunction().Matches(code).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var variables = validation.Visible(node).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var accessors = variables.Select(HostFunctions.Pascal).ToHashSet(StringComparer.Ordinal);
        var inputs = validation.Plan.InputNames.Select(HostFunctions.Pascal).ToHashSet(StringComparer.Ordinal);
        HashSet<string> reported = new(StringComparer.Ordinal);
        // The function that names a child's correlation sees the item it is for.
        if (property == "correlationIdFunction")
            accessors.Add(node.Definition.Inputs.TryGetValue("defaultItemInputKey", out var key) && ValueConversion.ToText(key.Value) is { Length: > 0 } named ? named : "Item");
        foreach (Match match in Call().Matches(code))
        {
            var (call, name) = (match.Value, match.Groups[2].Value);
            if (validation.Functions.Contains(call) || own.Contains(call) || accessors.Contains(name)
                || match.Groups[1].Value == "get" && (inputs.Contains(name) || IsOutput(validation, call)))
                continue;
            if (call.StartsWith("getResultFrom", StringComparison.Ordinal))
            {
                if (reported.Add(call))
                    validation.Add(node, property, "UnknownResult", "UnknownResultRemedy", call, call[13..]);
            }
            else if (reported.Add(name))
            {
                validation.Add(node, property, "UnknownAccessor", "UnknownVariableRemedy", name, Known(validation, node), call);
            }
        }

        foreach (Match match in Member().Matches(code))
        {
            var name = match.Groups[1].Value;
            if (!variables.Contains(name) && reported.Add(name))
                validation.Add(node, property, "UnknownVariable", "UnknownVariableRemedy", name, Known(validation, node));
        }
    }

    // getResultFromApproval, getTaskIdFromOrder.
    private static bool IsOutput(Validation validation, string call) =>
        validation.ActivityNames.Any(n => n.Length > 0 && call.EndsWith("From" + HostFunctions.Pascal(n), StringComparison.Ordinal));

    private static bool SeesVariable(Validation validation, PlanNode node, string? id) =>
        id is not null && validation.Visible(node).Any(v => v.Id == id);

    private static string VariableName(ActivityDefinition activity, string? id) =>
        JsonShape.Property(activity.Source, "variable") is JsonObject variable ? JsonShape.Text(variable, "name") ?? id ?? "" : id ?? "";

    private static string Known(Validation validation, PlanNode node)
    {
        var names = string.Join(", ", validation.Visible(node).Select(v => v.Name).Distinct(StringComparer.Ordinal));
        return names.Length > 0 ? names : Texts.Get("None");
    }

    [GeneratedRegex(@"(?<![\w$.])(get|set)([A-Z]\w*)(?=\s*\()", RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex("""(?<![\w$.])(getInput|getVariable|setVariable|getOutputFrom)\s*\(\s*(['"])([^'"\\]+)\2""", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\w$.])variables\.([A-Za-z_$]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex(@"(?:function\s+|var\s+|,\s*)((?:get|set)[A-Z]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnFunction();
}
