using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>Inputs that are missing or whose literal cannot be right, and what the activity itself objects to.</summary>
internal static partial class InputCheck
{
    private static readonly string[] ChildTypes = ["Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows"];

    public static void Run(Validation validation, PlanNode node)
    {
        if (node.Activity?.Descriptor is not { } descriptor)
            return;
        foreach (var input in descriptor.Inputs)
        {
            var literal = Literal(node.Definition, input.Name);
            if (input.Required && IsMissing(node.Definition, input.Name))
                validation.Add(node, input.Name, "MissingInput", "MissingInputRemedy", input.DisplayName);
            else if ((literal ?? ScriptedText(node.Definition, input.Name)) is { Length: > 0 } text)
                CheckLiteral(validation, node, input, text);
        }

        if (ChildTypes.Contains(descriptor.TypeName) && validation.KnownDefinitions is { } known
            && Literal(node.Definition, "workflowDefinitionId") is { Length: > 0 } child && !known.Contains(child))
            validation.Add(node, "workflowDefinitionId", "UnknownChild", "UnknownChildRemedy", child);

        foreach (var problem in descriptor.Check?.Invoke(node.Definition) ?? [])
            validation.Add(node, problem.Input, "Verbatim", "VerbatimRemedy", problem.Message, problem.Remedy);
    }

    private static void CheckLiteral(Validation validation, PlanNode node, InputDescriptor input, string literal)
    {
        if (input.Options is { } options && !options.Contains(literal, StringComparer.Ordinal))
            validation.Add(node, input.Name, "OptionNotAllowed", "OptionNotAllowedRemedy", literal, input.DisplayName, string.Join(", ", options));

        var type = ValueConversion.Simple(input.TypeName);
        if (type == "TimeSpan" && !ValueConversion.IsExactTimeSpan(literal))
            validation.Add(node, input.Name, "LenientTimeSpan", "LenientTimeSpanRemedy", literal, Exact(literal));
        else if (type is "DateTimeOffset" or "DateTime" && ValueConversion.ToInstant(JsonValue.Create(literal)) is null)
            validation.Add(node, input.Name, "BadInstant", "BadInstantRemedy", literal);
    }

    // 72:00:00 means three days to its author; .NET would read 72 days.
    public static string Exact(string literal)
    {
        var match = HoursMinutesSeconds().Match(literal.Trim());
        if (!match.Success)
            return "3.00:00:00";
        var parts = match.Groups.Values.Skip(1).Select(g => long.TryParse(g.Value, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        var seconds = (parts[0] * 3600) + (parts[1] * 60) + parts[2];
        return seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture)
            : "3.00:00:00";
    }

    private static bool IsMissing(ActivityDefinition activity, string name) =>
        !activity.Inputs.TryGetValue(name, out var expression) || string.IsNullOrWhiteSpace(ValueConversion.ToText(expression.Value));

    private static string? Literal(ActivityDefinition activity, string name) =>
        activity.Inputs.TryGetValue(name, out var expression) && expression.Type == "Literal" ? ValueConversion.ToText(expression.Value) : null;

    // A script that is nothing but a text is as fixed as a literal.
    private static string? ScriptedText(ActivityDefinition activity, string name) =>
        activity.Inputs.TryGetValue(name, out var expression) && expression.Type == "JavaScript"
            && TextOnly().Match(ValueConversion.ToText(expression.Value)) is { Success: true } match ? match.Groups[2].Value : null;

    [GeneratedRegex("""^\s*(['"])([^'"\\]*)\1\s*;?\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex TextOnly();

    [GeneratedRegex(@"^(\d{1,9}):(\d{1,9})(?::(\d{1,9}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex HoursMinutesSeconds();
}
