using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

internal sealed class Fault : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Fault", "Störung melden", Categories.Flow, "Hält den Prozess mit einer sichtbaren Störung an.",
        [
            new("code", "String", "Kennzeichen", "Kurzes Kennzeichen der Störung."),
            new("category", "String", "Kategorie", "Art der Störung."),
            new("faultType", "String", "Herkunft", "System oder Business."),
            new("message", "String", "Meldung", "Was geschehen ist."),
        ],
        []);

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var code = ValueConversion.ToText(context.Input("code"));
        var message = ValueConversion.ToText(context.Input("message"));
        throw new WorkflowFaultException(code.Length > 0 && message.Length > 0 ? $"{code}: {message}" : code + message);
    }
}
