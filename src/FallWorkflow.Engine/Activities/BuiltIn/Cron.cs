using FallWorkflow.Engine.Execution;
using FallWorkflow.Engine.Expressions;
using FallWorkflow.Engine.Timers;

namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>Inside a workflow it waits for the next occurrence; as trigger it starts an instance at each.</summary>
internal sealed class Cron : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Elsa.Cron", "Zeitplan", Categories.Time, "Wartet bis zum nächsten Zeitpunkt eines Zeitplans; als Auslöser startet er den Prozess jedes Mal.",
        [new("cronExpression", "String", "Zeitplan", "Sechs Felder: Sekunde Minute Stunde Tag Monat Wochentag, in UTC; zum Beispiel 0 30 6 * * MON-FRI.", Required: true)],
        [ActivityDescriptor.Done])
    { Waits = true };

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.TakeTrigger() is not null)
            return context.CompleteAsync();
        var text = ValueConversion.ToText(context.Input("cronExpression"));
        var due = CronSchedule.Parse(text).NextAfter(context.Now)
            ?? throw new ExpressionException($"The schedule '{text}' has no occurrence in the next hundred years.");
        context.State["cron"] = text;
        context.ArmTimer("cronExpression", due);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(ActivityContext context, Resumption resumption) => context.CompleteAsync();
}
