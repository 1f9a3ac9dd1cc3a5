using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Expressions;

/// <summary>The functions that scripts may call, by Elsa's names, and those that the host adds.</summary>
internal sealed partial class HostFunctions(IEnumerable<IExpressionExtension> extensions)
{
    /// <summary>Names that exist besides the accessors of variables and inputs.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "getInput", "getVariable", "setVariable", "getLastResult", "getOutputFrom", "getCorrelationId", "setCorrelationId",
        "getWorkflowInstanceId", "getWorkflowInstanceName", "setWorkflowInstanceName", "getWorkflowDefinitionId",
        "getWorkflowDefinitionVersionId", "getWorkflowDefinitionVersion", "setOutcome", "setOutcomes",
        "isNullOrWhiteSpace", "isNullOrEmpty", "toJson", "newGuid", "newGuidString", "newShortGuid", "getGuidString", "getShortGuid",
        "stringToBase64", "stringFromBase64", "parseGuid", "bytesToString", "bytesFromString", "bytesToBase64", "bytesFromBase64",
    };

    private readonly (string Name, Func<Activities.IActivityContext, JsonNode?[], JsonNode?> Function)[] _added =
        [.. extensions.SelectMany(e => e.Functions)];

    public void Bind(ScriptScope scope)
    {
        var context = scope.Context;
        var run = context.Run;
        scope.Function("getInput", 1, a => context.WorkflowInput(Text(a, 0)));
        scope.Getter("getVariable", a => VariableScope.ByName(context, a.Length > 0 ? Jint.Runtime.TypeConverter.ToString(a[0]) : "") is { } variable ? scope.Lend(variable) : Jint.Native.JsValue.Null);
        scope.Function("setVariable", 2, a => Set(context, Text(a, 0), At(a, 1)));
        scope.Function("getLastResult", 0, _ => run.LastResult);
        scope.Function("getOutputFrom", 2, a => context.OutputOf(
            context.HasActivity(Text(a, 0)) ? Text(a, 0) : throw new ExpressionException("Activity not found."), At(a, 1) is null ? "result" : Text(a, 1)));
        scope.Function("getCorrelationId", 0, _ => run.Instance.CorrelationId);
        scope.Function("setCorrelationId", 1, a => Do(() => context.Correlate(Text(a, 0))));
        scope.Function("getWorkflowInstanceId", 0, _ => run.Instance.Id);
        scope.Function("getWorkflowInstanceName", 0, _ => run.Instance.Name);
        scope.Function("setWorkflowInstanceName", 1, a => Do(() => run.Instance.Name = Text(a, 0)));
        scope.Function("getWorkflowDefinitionId", 0, _ => run.Instance.DefinitionId);
        scope.Function("getWorkflowDefinitionVersionId", 0, _ => run.Instance.DefinitionVersionId);
        scope.Function("getWorkflowDefinitionVersion", 0, _ => run.Instance.Version);
        scope.Function("setOutcome", 1, a => Do(() => scope.Outcomes = [Text(a, 0)]));
        scope.Function("setOutcomes", 1, a => Do(() => scope.Outcomes =
            At(a, 0) is JsonArray list ? [.. list.Select(ValueConversion.ToText)] : [.. a.Select(ValueConversion.ToText)]));
        scope.Function("isNullOrWhiteSpace", 1, a => string.IsNullOrWhiteSpace(Text(a, 0)));
        scope.Function("isNullOrEmpty", 1, a => string.IsNullOrEmpty(Text(a, 0)));
        scope.Function("toJson", 1, a => At(a, 0)?.ToJsonString(Json.Escaped) ?? "null");
        scope.Function("stringToBase64", 1, a => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a, 0))));
        scope.Function("stringFromBase64", 1, a => Encoding.UTF8.GetString(Convert.FromBase64String(Text(a, 0))));
        scope.Function("parseGuid", 1, a => Guid.Parse(Text(a, 0)).ToString());
        scope.Function("bytesToString", 1, a => Encoding.UTF8.GetString(Bytes(At(a, 0))));
        scope.Function("bytesFromString", 1, a => Bytes(Encoding.UTF8.GetBytes(Text(a, 0))));
        scope.Function("bytesToBase64", 1, a => Convert.ToBase64String(Bytes(At(a, 0))));
        scope.Function("bytesFromBase64", 1, a => Bytes(Convert.FromBase64String(Text(a, 0))));
        foreach (var name in (string[])["newGuid", "newGuidString", "getGuidString"])
            scope.Function(name, 0, _ => context.HostValue(name, [], static () => Guid.NewGuid().ToString()));
        foreach (var name in (string[])["newShortGuid", "getShortGuid"])
            scope.Function(name, 0, _ => context.HostValue(name, [], static () => ShortGuid()));
        foreach (var (name, function) in _added)
            scope.Function(name, 0, a => context.HostValue(name, a, () => function(context, a)));

        BindAccessors(scope, context);
        BindOutputs(scope, context);
        scope.OfferVariables();
    }

    // What an activity put out: getResultFromApproval, getTaskIdFromOrder. Offered if there is such an activity.
    private static void BindOutputs(ScriptScope scope, ActivityContext context)
    {
        foreach (var identifier in scope.Identifiers)
        {
            if (!identifier.StartsWith("get", StringComparison.Ordinal) || identifier.Length < 9)
                continue;
            for (var at = identifier.IndexOf("From", 4, StringComparison.Ordinal); at > 0; at = identifier.IndexOf("From", at + 1, StringComparison.Ordinal))
            {
                var output = identifier[3..at];
                if (context.Run.Plan.ActivityNames.FirstOrDefault(n => Pascal(n) == identifier[(at + 4)..]) is { } activity)
                    scope.Function(identifier, 0, _ => context.OutputOf(activity, output));
            }
        }
    }

    /// <summary>
    /// <c>getTotal</c> reads a variable named <c>total</c> or <c>Total</c>; inner variables hide outer ones. As in Elsa, a
    /// workflow input of exactly this name goes before a variable, but not inside a workflow used as activity.
    /// </summary>
    private static void BindAccessors(ScriptScope scope, ActivityContext context)
    {
        HashSet<string> bound = new(StringComparer.Ordinal);
        foreach (var variable in VariableScope.Visible(context))
        {
            var name = Pascal(variable.Definition.Name);
            if (!bound.Add(name))
                continue;
            scope.Getter("get" + name, _ => scope.Lend(variable));
            scope.Function("set" + name, 1, a => Do(() => context.SetVariable(variable, At(a, 0))));
        }

        if (context.UsedWorkflows().Any())
            return;
        foreach (var input in context.Run.Plan.InputNames)
        {
            scope.Function("get" + input, 0, _ => context.WorkflowInput(input));
            if (bound.Add(Pascal(input)))
                scope.Function("get" + Pascal(input), 0, _ => context.WorkflowInput(input));
        }
    }

    /// <summary>A name as it stands in an accessor: <c>order_total</c> becomes <c>OrderTotal</c>.</summary>
    public static string Pascal(string name) => WordStart().Replace(name, static m => m.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex(@"(?:[ _-]+|^)(\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();

    // Bytes are a list of numbers in a script.
    private static JsonArray Bytes(byte[] bytes) => new([.. bytes.Select(b => JsonValue.Create((long)b))]);

    private static byte[] Bytes(JsonNode? list) =>
        [.. (list as JsonArray ?? []).Select(b => (byte)ValueConversion.To("Byte", b)!.GetValue<long>())];

    private static string ShortGuid() => Convert.ToBase64String(Guid.NewGuid().ToByteArray()).Replace("/", "", StringComparison.Ordinal)
        .Replace("+", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal);

    // As in Elsa, a variable that nobody declared comes into being, in the container around the activity.
    private static JsonNode? Set(ActivityContext context, string name, JsonNode? value)
    {
        context.SetVariable(VariableScope.ByName(context, name) ?? VariableScope.New(context, name), value);
        return null;
    }

    private static JsonNode? Do(Action effect)
    {
        effect();
        return null;
    }

    private static JsonNode? At(JsonNode?[] arguments, int index) => index < arguments.Length ? arguments[index] : null;

    private static string Text(JsonNode?[] arguments, int index) => ValueConversion.ToText(At(arguments, index));
}
