using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>For flowcharts: leaves by the status code if it is among the expected ones, and by Done.</summary>
internal sealed class FlowSendHttpRequest : SendHttpRequestBase
{
    private const string Unmatched = "Unmatched status code";
    private const string FailedToConnect = "Failed to connect";
    private const string Timeout = "Timeout";

    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.FlowSendHttpRequest", "HTTP-Aufruf (Verzweigung)", Categories.Events,
        "Ruft einen erlaubten Rechner auf und verzweigt nach der Antwort.",
        [.. CommonInputs, new("expectedStatusCodes", "ICollection<int>", "Erwartete Antworten", "Statuscodes, die einen eigenen Ausgang haben.")],
        [ActivityDescriptor.Done, Unmatched, FailedToConnect, Timeout],
        activity => activity.Inputs.TryGetValue("expectedStatusCodes", out var e)
            && ValueConversion.To("ICollection<int>", e.Value) is JsonArray codes ? codes.Select(ValueConversion.ToText) : [])
    { Waits = true };

    protected override ValueTask StatusAsync(ActivityContext context, int status)
    {
        var expected = context.Input("expectedStatusCodes") is JsonArray codes ? codes.Select(StatusOf).ToList() : [];
        if (expected.Count == 0)
            return context.CompleteAsync();
        return context.CompleteAsync(
            expected.Contains(status) ? status.ToString(CultureInfo.InvariantCulture) : Unmatched, ActivityDescriptor.Done);
    }

    protected override ValueTask UnreachableAsync(ActivityContext context) => context.CompleteAsync(FailedToConnect);

    protected override ValueTask TimedOutAsync(ActivityContext context) => context.CompleteAsync(Timeout);
}
