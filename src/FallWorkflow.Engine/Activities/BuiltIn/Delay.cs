using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Waits for a span of any length: a timer is a row, so 180 days cost what 180 seconds cost.</summary>
internal class Delay : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Delay", "Warten", Categories.Time, "Wartet eine feste Zeitspanne.",
        [new("timeSpan", "TimeSpan", "Zeitspanne", "Tage.Stunden:Minuten:Sekunden, zum Beispiel 3.00:00:00 für drei Tage.", Required: true)],
        [ActivityDescriptor.Done])
    { Waits = true };

    protected virtual string InputName => "timeSpan";

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.TakeTrigger() is not null)
            return context.CompleteAsync();
        // As in Elsa: a minute where nothing is given, none where what is given has no value. Publishing insists on the input.
        var given = context.Activity.Inputs.ContainsKey(InputName) ? context.Input(InputName) : System.Text.Json.Nodes.JsonValue.Create("00:01:00");
        var isNone = given is null || context.ReadsTimesAsElsa && given.GetValueKind() != System.Text.Json.JsonValueKind.String;
        var text = isNone ? "00:00:00" : ValueConversion.ToText(given);
        if (!(context.ReadsTimesAsElsa ? ValueConversion.TryLenientTimeSpan(text, out var span) : ValueConversion.TryTimeSpan(text, out span)))
            throw new ExpressionException($"'{text}' is no time span; write days.hours:minutes:seconds, for example 3.00:00:00.");
        if (span <= TimeSpan.Zero)
            return context.CompleteAsync();
        context.ArmTimer(InputName, context.Now + span);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption) => context.CompleteAsync();
}
