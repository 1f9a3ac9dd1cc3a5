using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;
using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Execution;

/// <summary>A variable that an activity can see, with the place where its value lives.</summary>
internal readonly record struct ScopedVariable(VariableDefinition Definition, Dictionary<string, JsonNode?> Values)
{
    public JsonNode? Value => Values.GetValueOrDefault(Definition.Id);
}

/// <summary>Which variables an activity sees: those of its containers, innermost first, then those of the workflow.</summary>
internal static class VariableScope
{
    // Begins the id of a variable that nobody declared.
    private const char Mark = '+';

    /// <param name="blankIsNone">As in Elsa, a blank default of a workflow's variable is none; one of a container is a text.</param>
    public static Dictionary<string, JsonNode?> Defaults(IReadOnlyList<VariableDefinition> variables, bool blankIsNone = false)
    {
        Dictionary<string, JsonNode?> values = new(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            values[variable.Id] = variable.Value is null || blankIsNone && string.IsNullOrWhiteSpace(variable.Value)
                ? null
                : Default(variable, variable.Value);
        }

        return values;
    }

    // As in Elsa, a default that its type cannot hold is none.
    private static JsonNode? Default(VariableDefinition variable, string text)
    {
        try
        {
            return ValueConversion.ToVariable(variable, JsonValue.Create(text));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <param name="outside">Without the variables of the activity itself.</param>
    public static IEnumerable<ScopedVariable> Visible(ActivityContext context, bool outside = false)
    {
        for (var execution = outside ? context.Execution.Parent : context.Execution; execution is not null; execution = execution.Parent)
        {
            // The variables of a container that has ended went with it; an activity that was left behind no longer sees them.
            if (execution is { Ended: true, Faulted: false } && execution != context.Execution)
                continue;
            if (execution.Variables is { } values)
            {
                foreach (var variable in execution.Node.Variables)
                    yield return new ScopedVariable(variable, values);
                foreach (var variable in Undeclared(values, execution.Node.Variables.Count))
                    yield return variable;
            }

            if (execution.Iteration is not { } iteration)
                continue;
            foreach (var variable in Iteration.Variables)
            {
                if (iteration.ContainsKey(variable.Id))
                    yield return new ScopedVariable(variable, iteration);
            }
        }

        foreach (var variable in context.Definition.Variables)
            yield return new ScopedVariable(variable, context.Run.Variables);
        foreach (var variable in Undeclared(context.Run.Variables, context.Definition.Variables.Count))
            yield return variable;
    }

    /// <summary>A variable that a script sets without a declaration; it lives in the nearest container that may have variables.</summary>
    public static ScopedVariable New(ActivityContext context, string name)
    {
        var container = context.Execution;
        while (container is not null && (container.Ended || container.Node.Activity is not (Flowchart or Sequence or Activities.BuiltIn.Parallel or WorkflowActivity)))
            container = container.Parent;
        return new ScopedVariable(Undeclared(name), container is null ? context.Run.Variables : container.Variables ??= new(StringComparer.Ordinal));
    }

    private static IEnumerable<ScopedVariable> Undeclared(Dictionary<string, JsonNode?> values, int declared) =>
        values.Count <= declared ? [] : values.Keys.Where(k => k.StartsWith(Mark)).Select(k => new ScopedVariable(Undeclared(k[1..]), values));

    private static VariableDefinition Undeclared(string name) => new(Mark + name, name, "Object", IsArray: false, Value: null);

    public static ScopedVariable? ById(ActivityContext context, string id, bool outside = false)
    {
        foreach (var variable in Visible(context, outside))
        {
            if (variable.Definition.Id == id)
                return variable;
        }

        return null;
    }

    public static ScopedVariable? ByName(ActivityContext context, string name)
    {
        foreach (var variable in Visible(context))
        {
            if (variable.Definition.Name == name)
                return variable;
        }

        return null;
    }
}
