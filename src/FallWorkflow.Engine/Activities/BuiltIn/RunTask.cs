using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>
/// Hands a task to the host and waits for the stimulus <see cref="Stimulus"/> whose key is the execution id; the host finds
/// open tasks in the journal (<see cref="JournalKinds.TaskRequested"/>) or by the bookmark.
/// </summary>
internal sealed class RunTask : BuiltInActivity
{
    public const string Stimulus = "Elsa.RunTask";

    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.RunTask", "Auftrag erteilen", Categories.Events, "Erteilt der Anwendung einen Auftrag und wartet auf die Erledigung.",
        [
            new("taskName", "String", "Auftrag", "Name des Auftrags.", Required: true),
            new("payload", "IDictionary<string, object>", "Daten", "Daten zum Auftrag."),
        ],
        [ActivityDescriptor.Done])
    { Waits = true };

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.WaitFor(Stimulus, context.ExecutionId);
        context.SetOutput("taskId", context.ExecutionId);
        context.Journal(JournalKinds.TaskRequested, new JsonObject
        {
            ["task"] = ValueConversion.ToText(context.Input("taskName")),
            ["payload"] = context.Input("payload"),
        });
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption)
    {
        context.SetOutput("result", resumption.Stimulus?.Payload);
        return context.CompleteAsync();
    }
}
