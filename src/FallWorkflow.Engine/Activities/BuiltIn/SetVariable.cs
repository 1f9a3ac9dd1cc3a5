using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Addresses its variable by id, so it also reaches an outer one whose name an inner one hides.</summary>
internal sealed class SetVariable : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.SetVariable", "Variable setzen", Categories.Values, "Gibt einer Variablen einen Wert.",
        [new("value", "Object", "Wert", "Der neue Wert; er wird in den Typ der Variablen umgewandelt.")],
        [ActivityDescriptor.Done]);

    /// <summary>Id of the variable as drawn; null if none is chosen.</summary>
    public static string? VariableId(ActivityDefinition activity) =>
        JsonShape.Property(activity.Source, "variable") is JsonObject variable
            ? JsonShape.Text(variable, "id") ?? JsonShape.Text(variable, "name")
            : JsonShape.Text(activity.Source, "variable");

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = VariableId(context.Activity);
        var variable = VariableScope.ById(context, id ?? "")
            ?? throw new InvalidOperationException($"Variable '{id}' not found.");
        context.SetVariable(variable, context.Input("value"));
        return context.CompleteAsync();
    }
}
