using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Validation;

/// <summary>Type names of variables, workflow inputs and outputs, and inputs of activities; and variables that are there twice.</summary>
internal static class TypeCheck
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Object", "String", "Boolean", "Bool", "Byte", "SByte", "Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64", "Int", "Long", "Integer",
        "Single", "Float", "Double", "Decimal", "Char", "Guid", "Uri", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan",
        "JsonNode", "JsonObject", "JsonElement", "ExpandoObject", "HttpHeaders", "FlowJoinMode", "SwitchMode", "ForkJoinMode",
    };

    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "ICollection", "IEnumerable", "IList", "IReadOnlyList", "IReadOnlyCollection", "List", "HashSet", "ISet", "IDictionary", "Dictionary",
        "IReadOnlyDictionary", "Nullable",
    };

    /// <summary>What the definition itself declares.</summary>
    public static void Run(Validation validation)
    {
        Variables(validation, null, validation.Definition.Source, "variables");
        foreach (var list in new[] { "inputs", "outputs" })
        {
            foreach (var (field, place) in Items(validation.Definition.Source, list))
                Check(validation, null, $"{place}.type", JsonShape.Text(field, "type"));
        }
    }

    public static void Run(Validation validation, PlanNode node)
    {
        Variables(validation, node, node.Definition.Source, "variables");
        foreach (var (key, value) in node.Definition.Source)
        {
            // Elsa writes the CLR names of its own enumerations here; they come with their assembly.
            if (value is JsonObject input && JsonShape.Property(input, "expression") is not null
                && JsonShape.Text(input, "typeName") is { } type && !type.StartsWith("Elsa.", StringComparison.Ordinal))
                Check(validation, node, $"{key}.typeName", type);
        }
    }

    public static bool IsKnown(string typeName)
    {
        var name = typeName.Trim();
        while (name.EndsWith("[]", StringComparison.Ordinal) || name.EndsWith('?'))
            name = name[..^(name[^1] == '?' ? 1 : 2)];
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && name.EndsWith('>'))
            return Containers.Contains(Last(name[..open])) && Arguments(name[(open + 1)..^1]).All(IsKnown);
        name = ValueConversion.Simple(name);
        return Known.Contains(name) || Containers.Contains(name) || name.Contains('`', StringComparison.Ordinal);
    }

    private static void Variables(Validation validation, PlanNode? node, JsonObject source, string list)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var (variable, place) in Items(source, list))
        {
            Check(validation, node, $"{place}.typeName", JsonShape.Text(variable, "typeName"));
            Default(validation, node, place, DefinitionReader.Variable(variable));
            var name = JsonShape.Text(variable, "name") ?? "";
            if (!names.Add(name))
                validation.Add(node, $"{place}.name", "DuplicateVariable", "DuplicateVariableRemedy", name);
        }
    }

    // What cannot be converted would silently be 0, no or nothing.
    private static void Default(Validation validation, PlanNode? node, string place, VariableDefinition variable)
    {
        if (variable.IsArray || string.IsNullOrWhiteSpace(variable.Value))
            return;
        var (type, text) = (ValueConversion.Simple(variable.TypeName), variable.Value.Trim());
        if (type == "TimeSpan" && !ValueConversion.IsExactTimeSpan(text))
            validation.Add(node, $"{place}.value", "LenientTimeSpan", "LenientTimeSpanRemedy", text, InputCheck.Exact(text));
        var fits = type switch
        {
            "Int16" => short.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "Int32" => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "Int64" => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "Single" or "Double" or "Decimal" => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _),
            "Boolean" => bool.TryParse(text, out _),
            "DateTime" or "DateTimeOffset" => ValueConversion.ToInstant(JsonValue.Create(text)) is not null,
            "Guid" => Guid.TryParse(text, out _),
            _ => true,
        };
        if (!fits)
            validation.Add(node, $"{place}.value", "BadDefault", "BadDefaultRemedy", text, variable.Name, type, Example(type));
    }

    private static string Example(string type) => type switch
    {
        "Boolean" => "true",
        "Single" or "Double" or "Decimal" => "12.5",
        "DateTime" or "DateTimeOffset" => "2026-03-01T08:00:00+01:00",
        "Guid" => "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        _ => "12",
    };

    private static void Check(Validation validation, PlanNode? node, string place, string? type)
    {
        if (!string.IsNullOrWhiteSpace(type) && !IsKnown(type))
            validation.Add(node, place, "UnknownTypeName", "UnknownTypeNameRemedy", type);
    }

    private static IEnumerable<(JsonObject Item, string Place)> Items(JsonObject source, string list) =>
        JsonShape.List(source, list).OfType<JsonObject>().Select((item, i) => (item, $"{list}[{i}]"));

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    // Only commas between the arguments themselves count.
    private static IEnumerable<string> Arguments(string list)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (list[i] != ',' || depth > 0)
                continue;
            yield return list[from..i];
            from = i + 1;
        }

        yield return list[from..];
    }
}
