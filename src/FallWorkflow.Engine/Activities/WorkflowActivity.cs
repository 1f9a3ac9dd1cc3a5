using FallWorkflow.Engine.Activities.BuiltIn;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities;

/// <summary>
/// A definition used as an activity: its root runs inside the same instance, its inputs come from properties of the activity
/// and its outputs go to the bound variables. A Complete inside chooses the port.
/// </summary>
internal sealed class WorkflowActivity : BuiltInActivity, IContainerActivity
{
    public WorkflowActivity(WorkflowInterface workflow)
    {
        Workflow = workflow;
        var name = workflow.Definition.Name;
        Descriptor = new ActivityDescriptor(
            workflow.ActivityType, name, Categories.Processes, workflow.Definition.Description,
            [.. workflow.Inputs.Select(i => new InputDescriptor(
                WorkflowInterface.Property(i.Name), i.IsArray ? "Object[]" : i.TypeName, i.Name, ""))],
            [.. workflow.Outcomes, ActivityDescriptor.Done]);
    }

    public WorkflowInterface Workflow { get; }

    public override ActivityDescriptor Descriptor { get; }

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        // The inputs are evaluated where the activity stands; only then do its own variables come into sight.
        var values = VariableScope.Defaults(Workflow.Variables, blankIsNone: true);
        foreach (var input in Workflow.Inputs)
            values[input.Id] = ValueConversion.ToVariable(input, context.Input(WorkflowInterface.Property(input.Name)));
        context.Execution.Variables = values;
        if (context.Node.Children.Count == 0)
            return context.CompleteAsync();
        context.Schedule(context.Node.Children[0]);
        return ValueTask.CompletedTask;
    }

    public ValueTask ChildCompletedAsync(ActivityContext context, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        LeaveAsync(context, child.Node.Activity is Flowchart ? outcomes : [ActivityDescriptor.Done]);

    /// <summary>Ends the activity by these outcomes; outputs that were only set as variables are handed on.</summary>
    public ValueTask LeaveAsync(ActivityContext context, IReadOnlyList<string> outcomes)
    {
        foreach (var output in Workflow.Outputs)
        {
            var property = WorkflowInterface.Property(output.Name);
            if (context.Execution.Variables?.GetValueOrDefault(output.Id) is { } value && !context.HasOutput(property))
                context.SetOutput(property, value);
        }

        return context.CompleteByAsync(outcomes);
    }

    /// <summary>Sets an output from inside; false if the workflow does not have it.</summary>
    public bool TrySetOutput(ActivityContext context, string name, System.Text.Json.Nodes.JsonNode? value)
    {
        if (Workflow.Outputs.FirstOrDefault(o => o.Name == name) is not { } output || context.Execution.Variables is not { } values)
            return false;
        values[output.Id] = value?.DeepClone();
        context.SetOutput(WorkflowInterface.Property(name), value);
        return true;
    }
}
