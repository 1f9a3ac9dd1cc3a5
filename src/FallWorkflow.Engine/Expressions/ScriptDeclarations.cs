using System.Globalization;
using System.Text;
using FallWorkflow.Engine.Definitions;

namespace FallWorkflow.Engine.Expressions;

/// <summary>
/// TypeScript declarations of everything that a script in a definition may call, for completion in an editor. Made from the
/// names that really are offered; a name that nobody has described is declared without types.
/// </summary>
public static class ScriptDeclarations
{
    private static readonly Dictionary<string, string> Signatures = new(StringComparer.Ordinal)
    {
        ["getInput"] = "(name: string): any",
        ["getVariable"] = "(name: string): any",
        ["setVariable"] = "(name: string, value: any): void",
        ["getLastResult"] = "(): any",
        ["getOutputFrom"] = "(activity: string, output?: string): any",
        ["getCorrelationId"] = "(): string | null",
        ["setCorrelationId"] = "(value: string): void",
        ["getWorkflowInstanceId"] = "(): string",
        ["getWorkflowInstanceName"] = "(): string | null",
        ["setWorkflowInstanceName"] = "(value: string): void",
        ["getWorkflowDefinitionId"] = "(): string",
        ["getWorkflowDefinitionVersionId"] = "(): string",
        ["getWorkflowDefinitionVersion"] = "(): number",
        ["setOutcome"] = "(name: string): void",
        ["setOutcomes"] = "(...names: string[]): void",
        ["isNullOrWhiteSpace"] = "(value: any): boolean",
        ["isNullOrEmpty"] = "(value: any): boolean",
        ["toJson"] = "(value: any): string",
        ["parseGuid"] = "(text: string): string",
        ["bytesToString"] = "(bytes: number[]): string",
        ["bytesFromString"] = "(text: string): number[]",
        ["bytesToBase64"] = "(bytes: number[]): string",
        ["bytesFromBase64"] = "(text: string): number[]",
    };

    /// <param name="definition">Its variables and inputs get their accessors; null declares only what every definition has.</param>
    /// <param name="host">Functions of the host, with their signatures, for example <c>(name: string): string</c>.</param>
    public static string Write(WorkflowDefinition? definition, IEnumerable<(string Name, string Signature)> host)
    {
        var text = new StringBuilder();
        foreach (var name in HostFunctions.Names.Order(StringComparer.Ordinal))
            Function(text, name, Signatures.GetValueOrDefault(name, "(...values: any[]): any"));
        foreach (var (name, signature) in host)
            Function(text, name, signature);
        if (definition is null)
            return text.ToString();

        var declared = new HashSet<string>(StringComparer.Ordinal);
        text.Append("declare const variables: {\n");
        foreach (var variable in definition.Variables.Where(v => IsName(v.Name)))
            text.Append(CultureInfo.InvariantCulture, $"  {variable.Name}: {TypeOf(variable)};\n");
        text.Append("};\n");
        foreach (var variable in definition.Variables.Where(v => IsName(v.Name)))
        {
            if (!declared.Add(HostFunctions.Pascal(variable.Name)))
                continue;
            Function(text, "get" + HostFunctions.Pascal(variable.Name), $"(): {TypeOf(variable)}");
            Function(text, "set" + HostFunctions.Pascal(variable.Name), $"(value: {TypeOf(variable)}): void");
        }

        foreach (var input in WorkflowInterface.Of(definition).Inputs.Where(i => IsName(i.Name) && declared.Add(HostFunctions.Pascal(i.Name))))
            Function(text, "get" + HostFunctions.Pascal(input.Name), $"(): {TypeOf(input)}");
        foreach (var activity in Inside(definition.Root).Where(a => IsName(a.Name)).DistinctBy(a => a.Name))
            Function(text, "getResultFrom" + activity.Name, "(): any");
        return text.ToString();
    }

    private static void Function(StringBuilder text, string name, string signature) =>
        text.Append(CultureInfo.InvariantCulture, $"declare function {name}{signature};\n");

    private static string TypeOf(VariableDefinition variable)
    {
        var single = ValueConversion.Simple(variable.TypeName) switch
        {
            "String" or "Guid" or "TimeSpan" => "string",
            "Boolean" => "boolean",
            "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => "number",
            "DateTime" or "DateTimeOffset" => "Date",
            _ => "any",
        };
        return variable.IsArray ? single + "[]" : single;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] is '_' or '$') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$');

    private static IEnumerable<ActivityDefinition> Inside(ActivityDefinition activity) => activity.Activities.SelectMany(Inside).Prepend(activity);
}
