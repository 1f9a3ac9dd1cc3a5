using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Expressions;

/// <summary>The functions that scripts may call, by Elsa's names, and those that the host adds.</summary>
internal sealed class HostFunctions(IEnumerable<IExpressionExtension> extensions)
{
    /// <summary>Names that exist besides the accessors of variables and inputs.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "getInput", "getVariable", "setVariable", "getLastResult", "getOutputFrom", "getCorrelationId", "setCorrelationId",
        "getWorkflowInstanceId", "getWorkflowInstanceName", "setWorkflowInstanceName", "getWorkflowDefinitionId",
        "getWorkflowDefinitionVersionId", "getWorkflowDefinitionVersion", "setOutcome", "setOutcomes",
        "isNullOrWhiteSpace", "isNullOrEmpty", "toJson",
    };

    private readonly (string Name, Func<Activities.IActivityContext, JsonNode?[], JsonNode?> Function)[] _added =
        [.. extensions.SelectMany(e => e.Functions)];

    public void Bind(ScriptScope scope)
    {
        var context = scope.Context;
        var run = context.Run;
        scope.Function("getInput", 1, a => context.WorkflowInput(Text(a, 0)));
        scope.Function("getVariable", 1, a => VariableScope.ByName(context, Text(a, 0))?.Value);
        scope.Function("setVariable", 2, a => Set(context, Text(a, 0), At(a, 1)));
        scope.Function("getLastResult", 0, _ => run.LastResult);
        scope.Function("getOutputFrom", 2, a => context.OutputOf(Text(a, 0), a.Length > 1 ? Text(a, 1) : "result"));
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
        scope.Function("toJson", 1, a => At(a, 0)?.ToJsonString(Json.Compact) ?? "null");
        foreach (var (name, function) in _added)
            scope.Function(name, 0, a => context.HostValue(name, a, () => function(context, a)));

        foreach (var identifier in scope.Identifiers)
        {
            if (identifier.StartsWith("getResultFrom", StringComparison.Ordinal) && identifier.Length > 13)
                scope.Function(identifier, 0, _ => context.OutputOf(identifier[13..], "result"));
        }

        BindAccessors(scope, context);
        scope.OfferVariables();
    }

    /// <summary><c>getTotal</c> reads a variable named <c>total</c> or <c>Total</c>; inner variables hide outer ones, variables hide inputs.</summary>
    private static void BindAccessors(ScriptScope scope, ActivityContext context)
    {
        HashSet<string> bound = new(StringComparer.Ordinal);
        foreach (var variable in VariableScope.Visible(context))
        {
            var name = Pascal(variable.Definition.Name);
            if (!bound.Add(name))
                continue;
            scope.Getter("get" + name, () => scope.Read(variable));
            scope.Function("set" + name, 1, a => Do(() => context.SetVariable(variable, At(a, 0))));
        }

        foreach (var input in context.Run.Plan.InputNames)
        {
            if (bound.Add(Pascal(input)))
                scope.Function("get" + Pascal(input), 0, _ => context.Run.Input[input]);
        }
    }

    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static JsonNode? Set(ActivityContext context, string name, JsonNode? value)
    {
        var variable = VariableScope.ByName(context, name) ?? throw new ExpressionException($"Variable '{name}' not found.");
        context.SetVariable(variable, value);
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
