using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Waits until an instant; one that has passed is no wait. As trigger it starts one instance then. A text without offset is UTC.</summary>
internal sealed class StartAt : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.StartAt", "Warten bis", Categories.Time, "Wartet bis zu einem Zeitpunkt.",
        [new("dateTime", "DateTimeOffset", "Zeitpunkt", "ISO-Zeitpunkt, zum Beispiel 2026-03-01T08:00:00+01:00.", Required: true)],
        [ActivityDescriptor.Done])
    { Waits = true };

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.TakeTrigger() is not null)
            return context.CompleteAsync();
        var value = context.Input("dateTime");
        if (context.ReadsTimesAsElsa && ValueConversion.ToInstant(value) is null)
            return context.CompleteAsync();
        var due = ValueConversion.ToInstant(value)
            ?? throw new ExpressionException($"'{ValueConversion.ToText(value)}' is no instant; write 2026-03-01T08:00:00+01:00.");
        if (due <= context.Now)
            return context.CompleteAsync();
        context.ArmTimer("dateTime", due);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption) => context.CompleteAsync();
}
