using System.Text.Json.Nodes;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Journal;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Writes its text to the journal, where a console would lose it.</summary>
internal sealed class WriteLine : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.WriteLine", "Notiz schreiben", Categories.Flow, "Schreibt einen Text in das Protokoll des Prozesses.",
        [new("text", "String", "Text", "Der Text der Notiz.")],
        [ActivityDescriptor.Done]);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var text = ValueConversion.ToText(context.Input("text"));
        context.Run.Journal(context.Now, JournalKinds.LineWritten, context.Execution, new JsonObject { ["text"] = text });
        return context.CompleteAsync();
    }
}
